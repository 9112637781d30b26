import type { PluginContext } from '../../api/plugin.js'
import type { Localised } from '../../model/categories.js'
import { categoryOf } from '../../model/names.js'
import { isCornerTaken } from './is-corner-taken.js'
import { createStatus } from './status.js'
import { honoured, refused } from './texts.js'

interface Honoured {
  readonly context: PluginContext<never>
  /** Name of the signal. */
  readonly signal: string
  readonly denies: readonly string[]
  readonly status: boolean
}

/** Says on the surfaces, and in the page where nothing asks, that the signal is honoured. @returns takes it back */
export function showHonoured({ context, signal, denies, status }: Honoured): () => void {
  const { consent, options, answer, language } = context
  const name = (text: { readonly [tag: string]: string }) =>
    Object.fromEntries(Object.entries(text).map(([tag, words]) => [tag, words.replace('{signal}', signal)]))
  const text = name(honoured)
  const refusal: Localised = name(refused)

  const refusedNow = () => denies.filter((one) => answer(one) === false)
  /** Whether there is a banner: it says the same. */
  const isAsking = () =>
    Object.entries(options.categories).some(
      ([key, { required, model = 'opt-in' }]) =>
        !required && model === 'opt-in' && (answer(key) === undefined || isOutdated()),
    )
  const isOutdated = () => !!consent.record && consent.record.policy !== options.policy.version

  context.showNotice('gpc', () => {
    const names = refusedNow()
    if (!names[0]) return
    return { text, categories: Object.fromEntries(names.map((one) => [categoryOf(one), refusal])) }
  })

  const line = createStatus(isCornerTaken(options))
  const update = () => {
    const isHonoured = !!refusedNow()[0]
    line.draw({
      text,
      language: language(),
      isHonoured,
      isShown: isHonoured && status && !consent.record && !isAsking() && document.readyState !== 'loading',
    })
  }
  update()
  // The site's own elements may be further down.
  document.addEventListener('DOMContentLoaded', update)
  const stops = [
    consent.on('change', update),
    consent.on('locale', update),
    () => document.removeEventListener('DOMContentLoaded', update),
  ]
  return () => {
    for (const stop of stops) stop()
    context.showNotice('gpc', () => undefined)
    line.remove()
  }
}
