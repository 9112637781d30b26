import type { EarlyContext, Plugin } from '../../api/plugin.js'
import { traceCall } from '../../browser/trace.js'
import type { ConsentRecord } from '../../model/record.js'
import { check } from './check.js'
import type { ConsentType, GoogleConsentModeOptions } from './options.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

export type { ConsentType, GoogleConsentModeOptions, RegionDefault } from './options.js'

const usual: { readonly [type in ConsentType]: string } = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'statistics',
  functionality_storage: 'preferences',
  personalization_storage: 'preferences',
  security_storage: 'necessary',
}

/**
 * Tells Google's tags what was decided, version 2 of consent mode. The `default` leaves when the consent object is
 * created, also while the page is prerendered: a stored answer as it is, else everything denied that can be. An
 * `update` and an event follow for each answer. Keep the tags themselves held (`data-category`): with consent mode
 * alone they send requests before consent. docs/signals.md says what basic and advanced mode ask for.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent
 * @example
 * createConsent({ plugins: [googleConsentMode({ adsDataRedaction: 'dynamic' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function googleConsentMode({
  categoryEvent = 'cookie_consent_*',
  types,
  regions = [],
  updateEvent = 'cookie_consent_update',
  adsDataRedaction,
  urlPassthrough,
  dataLayer = 'dataLayer',
  waitForUpdate: wait_for_update = 500,
}: GoogleConsentModeOptions = {}): Plugin {
  const followed = Object.entries({ ...usual, ...types })
  // These outlive `destroy`: so do the tags.
  let context: EarlyContext
  let told: ConsentRecord | undefined
  let redacted: boolean | undefined
  let announced: readonly string[] | undefined

  const push = (entry: unknown) => {
    const page = window as unknown as { [layer: string]: { push?(entry: unknown): void } }
    // A page may put another array in its place: `dataLayer = [{ … }]`.
    page[dataLayer] ??= []
    page[dataLayer].push?.(entry)
  }
  // Google reads commands only as `arguments` objects, not as arrays.
  function gtag(..._command: unknown[]): void {
    if (__DEV__) traceCommand(_command)
    push(arguments)
  }
  const traceCommand = (command: readonly unknown[]) =>
    traceCall({
      kind: 'signal',
      by: 'google-consent-mode',
      text: command.map((it) => (typeof it === 'string' ? it : JSON.stringify(it))).join(' '),
      names: command[0] === 'consent' ? [...new Set(followed.map(([, name]) => name))] : [],
      state: 'sent',
    })
  const read = (unasked: readonly string[] = []) =>
    Object.fromEntries(
      followed.map(([type, name]) => [
        type,
        (context.answer(name) ?? unasked.includes(type)) ? 'granted' : 'denied',
      ]),
    )
  const tell = (command: string, ...entries: object[]) => {
    const states = read()
    told = context.consent.record
    for (const entry of entries) gtag('consent', command, { ...states, ...entry })
    const redact = adsDataRedaction === 'dynamic' ? states.ad_storage === 'denied' : adsDataRedaction
    if (redact !== redacted) gtag('set', 'ads_data_redaction', redact)
    redacted = redact
  }
  const announce = () => {
    const { categories } = context.options
    if (context.consent.record) push({ event: updateEvent })
    const granted = context.granted().filter((name) => categories[name]?.required === false)
    for (const name of granted)
      if (categoryEvent && !announced?.includes(name)) push({ event: categoryEvent.replace('*', name) })
    announced = granted
  }
  const onChange = () => {
    tell('update', {})
    announce()
  }

  return {
    name: 'google-consent-mode',
    early(given) {
      // Once, whoever creates again: a default is for tags that have heard nothing yet.
      const before = context
      context = given
      if (before) return
      // A stored answer is final and holds everywhere.
      if (context.consent.record) tell('default', {})
      else
        tell(
          'default',
          { wait_for_update },
          ...regions.map(({ region, granted }) => ({ ...read(granted), wait_for_update, region })),
        )
      if (urlPassthrough) gtag('set', 'url_passthrough', true)
      if (__DEV__) check(given, followed, dataLayer)
    },
    setup() {
      // The answer may have changed while the page was prerendered, or been imported by another plugin.
      if (told !== context.consent.record) onChange()
      else if (!announced) announce()
      return context.consent.on('change', onChange)
    },
  }
}
