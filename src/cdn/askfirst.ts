import type { Consent } from '../api/consent.js'
import type { Plugin } from '../api/plugin.js'
import type { View } from '../api/view.js'
import { isParsed } from '../browser/is-parsed.js'
import { currentPage } from '../core/page.js'
import { createConsent } from '../create-consent.js'
import { readTagOptions } from './tag-options.js'

/** Tags of the shipped language files, put in by the build. */
declare const __LOCALES__: readonly string[]
/** The version in package.json, put in by the build. */
declare const __VERSION__: string

type Entry = (consent: Consent) => void

interface Globals {
  askfirst?: unknown
  askfirstQueue?: { push(entry: Entry): unknown }
  askfirstPlugins?: readonly Plugin[] | { push(plugin: Plugin): unknown; readonly version: string }
}

const { currentScript } = document
// Script loaders and optimisers run a tag without `currentScript`; an element of that name hides it.
const tag = (
  currentScript instanceof HTMLScriptElement
    ? currentScript
    : document.querySelector('script[src*="askfirst"][data-categories], script[src*="/askfirst.js"]')
) as HTMLScriptElement | undefined

function load(file: string): Promise<{ readonly default: never }> {
  return import(new URL(file, tag?.src || location.href).href)
}

function start(): void {
  const globals = window as Globals
  const options = readTagOptions(tag, globals.askfirst)
  const plugins = globals.askfirstPlugins
  const consent = createConsent({
    view: () => load('view.js') as Promise<{ readonly default: View }>,
    locales: Object.fromEntries(__LOCALES__.map((locale) => [locale, () => load(`locales/${locale}.js`)])),
    ...options,
    plugins: [...(Array.isArray(plugins) ? plugins : []), ...(options.plugins ?? [])],
  }) as Consent
  globals.askfirst = consent
  globals.askfirstPlugins = { push: currentPage()?.use as (plugin: Plugin) => void, version: __VERSION__ }
  const run = (entry: Entry) => {
    try {
      entry(consent)
    } catch (cause) {
      reportError(cause)
    }
  }
  const waiting = globals.askfirstQueue
  globals.askfirstQueue = { push: run }
  if (Array.isArray(waiting)) waiting.forEach(run)
  if (tag?.dataset.start !== 'manual') consent.start()
}

const config = tag?.dataset.config
const block = config && document.querySelector(config)
// A tag in the head may name a block that the parser has not reached yet, or is amid.
if (config && document.readyState === 'loading' && !(block && isParsed(block))) {
  document.addEventListener('DOMContentLoaded', start, { once: true })
} else start()
