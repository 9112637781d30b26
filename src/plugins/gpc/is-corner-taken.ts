import type { Settings } from '../../model/settings.js'

/** Whether the settings button of the view stands at the lower edge, where the line would lie under it. */
export function isCornerTaken({ banner: { settingsButton } }: Settings): boolean {
  const { position = 'bottom-start' } = typeof settingsButton === 'object' ? settingsButton : {}
  return !!settingsButton && position.startsWith('bottom')
}
