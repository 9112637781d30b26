import type { PluginContext } from '../../api/plugin.js'
import { categoryOf } from '../../model/names.js'
import type { ConsentRecord } from '../../model/record.js'
import { isCornerTaken } from '../gpc/is-corner-taken.js'
import { createLine, type Line } from '../gpc/line.js'

interface ConfirmationOptions {
  readonly context: PluginContext<never>
  readonly names: readonly string[]
  readonly isOptedOut: () => boolean
  /** Words of the status, with their language. */
  readonly speak: () => [tag: string | undefined, words: string]
}

/** Time within which a reload follows a decision, in ms. */
const RELOAD = 30_000

/**
 * Whether this page is the reload that followed the decision: an opt-out ends code that has run, so the page that
 * took it is gone at once. Nothing is stored for this; a reload leads from the same address.
 */
const isReloadAfter = ({ decidedAt }: ConsentRecord): boolean =>
  Date.now() - decidedAt.getTime() < RELOAD && document.referrer === location.href.replace(/#.*/s, '')

/** Confirms an opt-out in the page. @returns its undo */
export function createConfirmation({ context, names, isOptedOut, speak }: ConfirmationOptions): () => void {
  const { consent, options, language } = context
  const isOptOut = names.some((name) => options.categories[categoryOf(name)]?.model === 'opt-out')
  let line: Line | undefined

  function show(): void {
    line?.remove()
    line = createLine({
      surface: 'opt-out-confirmation',
      label: 'Your Privacy Choices',
      isRaised: isCornerTaken(options),
    })
    draw()
  }
  function draw(): void {
    const [tag = language(), words] = speak()
    if (isOptedOut()) line?.say({ words, tag, language: language() })
    else line?.remove()
  }
  /** An answer taken over from elsewhere is no request of now. */
  const isRequest = ({ source }: ConsentRecord) => isOptOut && isOptedOut() && source !== 'import'

  const { record } = consent
  if (record && isRequest(record) && isReloadAfter(record)) {
    // A tag in the head runs before there is a body.
    if (document.body) show()
    else document.addEventListener('DOMContentLoaded', show)
  }
  const stops = [
    () => document.removeEventListener('DOMContentLoaded', show),
    consent.on('decision', ({ record: made }) => {
      if (isRequest(made) && !options.banner.confirmation) show()
      else draw()
    }),
    consent.on('change', draw),
    consent.on('locale', draw),
  ]
  return () => {
    for (const stop of stops) stop()
    line?.remove()
  }
}
