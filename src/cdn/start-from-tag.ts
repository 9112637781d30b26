import type { Consent } from '../api/consent.js'
import type { Options } from '../api/options.js'
import type { Plugin } from '../api/plugin.js'
import { isParsed } from '../browser/is-parsed.js'
import { currentPage } from '../core/page.js'
import { createConsent } from '../create-consent.js'
import type { LocaleLoaders } from '../model/settings.js'
import { openDevtoolsIfAsked } from './dev/open-devtools-if-asked.js'
import { findOwnTag } from './own-tag.js'
import { createPartLoader, type Hashes, type LoadFile } from './parts/create-part-loader.js'
import { readTagOptions } from './tag-options.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean
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

interface FileForTags {
  readonly createView: (load: LoadFile) => Options['view']
  readonly hashes: Hashes
  /** The language that this file is made for; the page's own words about it win. */
  readonly locale?: string | undefined
  /** The tag of our own file, where it is not found by its name. */
  readonly tag?: HTMLScriptElement | undefined
  /** Options under those of the tag. */
  readonly base?: Options | undefined
}

/** Makes and starts the consent object that the tag of our own file describes. */
export function startFromTag({ createView, hashes, locale, tag = findOwnTag(), base }: FileForTags): void {
  function start(): void {
    const globals = window as object as Globals
    const options = readTagOptions(tag, globals.askfirst)
    const load = createPartLoader({ tag, hashes, policy: options.trustedTypesPolicy })
    const plugins = globals.askfirstPlugins
    const consent = createConsent({
      view: createView(load),
      locales: Object.fromEntries(
        __LOCALES__.map((name) => [name, () => load(`locales/${name}`)]),
      ) as LocaleLoaders,
      locale,
      ...base,
      ...options,
      banner: { ...base?.banner, ...options.banner },
      plugins: [
        ...(Array.isArray(plugins) ? plugins : []),
        ...(base?.plugins ?? []),
        ...(options.plugins ?? []),
      ],
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
    if (__DEV__) void openDevtoolsIfAsked(load, consent)
    if (tag?.dataset.start !== 'manual') consent.start()
  }

  const config = tag?.dataset.config
  const block = config && document.querySelector(config)
  // A tag in the head may name a block that the parser has not reached yet, or is amid.
  if (config && document.readyState === 'loading' && !(block && isParsed(block))) {
    document.addEventListener('DOMContentLoaded', start, { once: true })
  } else start()
}
