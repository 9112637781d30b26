import { bannerTexts } from '../text/english/banner.js'
import { declarationTexts } from '../text/english/declaration.js'
import { placeholderTexts } from '../text/english/placeholder.js'
import { preferencesTexts } from '../text/english/preferences.js'
import { settingsButtonTexts } from '../text/english/settings-button.js'
import { parseTag } from '../text/language.js'
import { either, fields, listOf, mapOf, oneOf, type Rule, when } from './rule.js'

const text = when((value) => typeof value === 'string', 'a text')
const textOrNumber = when((value) => /string|number/.test(typeof value), 'a text or a number')
const flag = oneOf(true, false)
const call = when((value) => typeof value === 'function', 'a function')
const above0 = when((value) => Number(value) > 0, 'a number above 0')
/** One text, or one by language. */
const words = either(
  text,
  mapOf(text, (tag) => (parseTag(`${tag}`) ? [] : [`"${tag}" is no language tag.`])),
  when(() => false, 'a text, or texts by language: { en: "…", fr: "…" }'),
)
const name = when(
  (value) => typeof value === 'string' || value instanceof RegExp,
  'a name, with * for any run of characters, or a RegExp',
)

const cookie = fields({
  name,
  label: words,
  purpose: words,
  duration: when((value) => typeof value === 'string', '"session" or an ISO 8601 period such as "P13M"'),
  party: oneOf('first', 'third'),
  provider: text,
  kind: oneOf('cookie', 'local-storage', 'session-storage', 'indexed-db', 'cache', 'pixel'),
  domain: text,
  path: text,
  policyUrl: text,
})

const service = fields({
  label: words,
  description: words,
  provider: text,
  policyUrl: text,
  cookies: listOf(cookie),
  switch: flag,
  // Of presets (`askfirst/services/*`).
  match: () => [],
  signal: () => [],
  load: () => [],
})

const model = oneOf('opt-in', 'opt-out', 'exempt')

const category = fields({
  required: flag,
  model,
  label: words,
  description: words,
  identifies: either(flag, words),
  legalBasis: words,
  services: mapOf(service),
  cookies: listOf(cookie),
})

const banner = fields({
  layout: oneOf('bar', 'box', 'dialog'),
  position: oneOf('top', 'bottom', 'center', 'top-start', 'top-end', 'bottom-start', 'bottom-end'),
  width: oneOf('compact', 'wide'),
  theme: oneOf('auto', 'light', 'dark'),
  order: listOf(oneOf('accept-all', 'reject-all', 'preferences')),
  imprintUrl: text,
  logo: fields({ src: text, width: above0, height: above0, alt: text }),
  buttons: listOf(fields({ label: words, href: text, action: text })),
  settingsButton: either(
    flag,
    fields({
      position: oneOf('top-start', 'top-end', 'bottom-start', 'bottom-end'),
      icon: either(fields({ src: text }), oneOf('cookie', 'shield', 'sliders')),
    }),
  ),
  confirmation: () => [],
  privacyChoices: () => [],
})

/** Keys of `texts`; those of a category of the site's own come with it. */
export const textKeys: readonly string[] = Object.keys({
  ...bannerTexts,
  ...preferencesTexts,
  ...placeholderTexts,
  ...settingsButtonTexts,
  ...declarationTexts,
})

const code = when(
  (value) => /^[A-Z]{2}(-[A-Z\d]{1,3})?$/.test(String(value)),
  'an ISO 3166-2 code such as "US-CA" or "FR"; until then the strictest rules hold',
)

const plugin: Rule = (value, option) => {
  if (!value) return []
  if (typeof value === 'function')
    return [
      `${option}: it is the function ${value.name || 'itself'}, not its result. Call it: ${value.name}().`,
    ]
  return (value as { name?: unknown }).name
    ? []
    : [`${option}: it is no plugin. Use the result of a plugin's function.`]
}

const view: Rule = (value) => {
  const isPromise = typeof (value as { then?: unknown }).then === 'function'
  if (isPromise)
    return ['view: it is a promise, so the view loads at once. Use () => import("askfirst/view").']
  const { mount, default: inner } = value as { mount?: unknown; default?: { mount?: unknown } }
  return typeof value === 'function' || mount || inner?.mount
    ? []
    : ['view: it is no view. Use () => import("askfirst/view").']
}

/** Every option: its name, its type, its values. One table for options of code, JSON blocks, attributes and regions. */
export const optionTable = {
  categories: mapOf(category),
  policy: fields({ version: textOrNumber, url: text, changes: words }),
  cookie: fields({
    name: text,
    prefix: flag,
    domain: text,
    path: text,
    days: above0,
    sameSite: oneOf('Lax', 'Strict', 'None'),
    secure: flag,
    partitioned: flag,
  }),
  storage: fields({ read: call, write: call }),
  locale: when((value) => !!parseTag(String(value)), 'a language tag such as "fr" or "pt-BR"'),
  locales: mapOf(call),
  texts: mapOf(words),
  banner,
  reload: either(call, oneOf('auto', 'always', 'never')),
  scriptTimeout: when(
    (value) => Number(value) > 0 && Number(value) < 2 ** 31,
    'a number of milliseconds; 10000 is used instead',
  ),
  actions: text,
  trusted: either(text, call),
  nonce: either(text, flag),
  srcdoc: flag,
  erase: oneOf('domain', 'host'),
  region: code,
  regions: mapOf(fields({ categories: mapOf(fields({ model })), banner, texts: mapOf(words) }), code),
  trustedTypesPolicy: when((value) => typeof value === 'object', 'what trustedTypes.createPolicy returns'),
  view,
  plugins: listOf(plugin),
} satisfies { readonly [option: string]: Rule }
