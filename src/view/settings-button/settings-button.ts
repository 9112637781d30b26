import { element } from '../../browser/markup.js'
import { settingsButtonTexts } from '../../text/english/settings-button.js'
import type { Scene, SurfaceView } from '../surface-context.js'
import { drawIcon } from './icon.js'
import css from './settings-button.css'

/** A round button in a corner that opens the preferences, from every page (GDPR Art. 7(3)). */
export default function createSettingsButton(scene: Scene): SurfaceView {
  const { host, strings, context, isOpen, load } = scene
  const { addSheet, raise, toDom } = scene.shared
  const given = context.options.banner.settingsButton
  const { position = 'bottom-start', icon = 'cookie' } = typeof given === 'object' ? given : {}
  const slot = document.createElement('div')
  let isWanted = false

  const hint = async (isShown: boolean): Promise<void> => {
    const [button, tooltip] = slot.querySelectorAll<HTMLElement>('button, [part=tooltip]')
    isWanted = isShown
    if (tooltip) tooltip.hidden = true
    if (!isShown) return
    try {
      const { place } = await load('popover')
      if (!isWanted || !button || !tooltip) return
      tooltip.hidden = false
      place(button, tooltip, 'top')
    } catch (cause) {
      context.report('the code that places the tooltip could not be loaded', cause)
    }
  }

  /** WCAG 1.4.13: it stays under the pointer, and Escape sends it away. */
  const follow = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== 'Escape') return
    void hint(event.type === 'pointerenter' || event.type === 'focusin')
  }

  addSheet(host.root, css)
  return {
    render() {
      const { settingsButton } = strings.over(settingsButtonTexts)
      toDom(slot, [
        element(
          'div',
          {
            class: `surface corner ${position.replace('-', ' ')}`,
            popover: 'manual',
            'data-surface': 'settings-button',
            // The banner has a button of its own that does the same.
            hidden: isOpen('banner') ? '' : undefined,
          },
          element(
            'button',
            {
              type: 'button',
              part: 'settings-button',
              'data-consent-action': 'preferences',
              'aria-labelledby': 'settings-button-label',
            },
            drawIcon(icon),
          ),
          element(
            'span',
            { id: 'settings-button-label', part: 'tooltip', 'aria-hidden': 'true', hidden: '' },
            settingsButton,
          ),
        ),
      ])
    },
    show() {
      // Last in the tab order of the view: the banner comes first.
      if (!slot.isConnected) host.root.append(slot)
      const corner = slot.firstElementChild as HTMLElement
      for (const type of ['pointerenter', 'pointerleave', 'focusin', 'focusout', 'keydown', 'click']) {
        corner.addEventListener(type, follow)
      }
      raise(corner)
    },
    close() {
      slot.remove()
      slot.replaceChildren()
    },
  }
}
