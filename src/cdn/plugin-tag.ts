import type { Plugin, PluginContext } from '../api/plugin.js'
import type { ReadTag } from '../api/plugin-tag.js'
import { readJsonBlock } from './json-block.js'

/** The version in package.json, put in by the build. */
declare const __VERSION__: string

interface Globals {
  /** A list until `askfirst.js` starts; afterwards an object that sets up what is pushed. */
  askfirstPlugins?: { push(plugin: Plugin): unknown; readonly version?: string }
}

interface PluginFile<Options extends object> {
  /** Name of the file, without `.js`. */
  readonly name: string
  readonly create: (options: Options) => Plugin
  readonly readTag?: ReadTag<Options> | undefined
}

/** Attributes by which optimisers and content networks are told to leave a tag alone: `data-cfasync`, `data-no-defer`. */
const FOREIGN = /^(cfasync$|no[A-Z])/

/**
 * Runs a plugin file: makes the plugin with the options of its tag and hands it to `askfirst.js`. Nothing here
 * throws into the page. Faults are console lines in every build, because a page with script tags has no other
 * place to see them.
 */
export function addPluginFromTag<Options extends object>({
  name,
  create,
  readTag,
}: PluginFile<Options>): void {
  const globals = window as Globals
  const file = `plugins/${name}.js`
  const { currentScript } = document
  // Script loaders and optimisers run a tag without `currentScript`; an element of that name hides it.
  const tag =
    currentScript instanceof HTMLScriptElement
      ? currentScript
      : document.querySelector<HTMLElement>(`script[src*="/${name}.js"]`)
  const say = (text: string) => console.error(`[askfirst] ${file}: ${text}`)

  try {
    const plugin = create(readOptions(tag, readTag, say))
    const isLate = globals.askfirstPlugins && !Array.isArray(globals.askfirstPlugins)
    if (isLate)
      say('it came after askfirst.js and is set up late. Place its tag before the tag of askfirst.js.')
    globals.askfirstPlugins ??= []
    globals.askfirstPlugins.push({
      ...plugin,
      setup(context: PluginContext) {
        const version = globals.askfirstPlugins?.version
        if (version !== __VERSION__)
          say(`its version is ${__VERSION__}, that of askfirst.js ${version}. Load both from one version.`)
        return plugin.setup?.(context as never)
      },
    })
  } catch (cause) {
    say(`${wordsOf(cause)} The plugin is not used.`)
  }
}

/** Attributes over the JSON block that `data-config` names. */
function readOptions<Options extends object>(
  tag: HTMLElement | null,
  readTag: ReadTag<Options> | undefined,
  say: (text: string) => void,
): Options {
  const given: DOMStringMap = { ...tag?.dataset }
  const known = new Set(['config'])
  const data = new Proxy(given, {
    get: (target, key: string) => {
      known.add(key)
      return target[key]
    },
  })
  const config = readConfig<Options>(given.config, say)
  const refuse = (key: string, cure: string) =>
    say(`${toAttribute(key)}="${given[key] ?? ''}" cannot work. Use ${cure}.`)
  const read = Object.entries(readTag?.(data, refuse, config) ?? {}).filter(
    ([, value]) => value !== undefined,
  )
  for (const key of Object.keys(given))
    if (!known.has(key) && !FOREIGN.test(key)) {
      say(`${toAttribute(key)} is unknown. Use ${[...known].map(toAttribute).join(', ')}.`)
    }
  return { ...config, ...Object.fromEntries(read) } as Options
}

function readConfig<Options extends object>(
  selector: string | undefined,
  say: (text: string) => void,
): Partial<Options> {
  try {
    return selector ? readJsonBlock<Partial<Options>>(selector) : {}
  } catch (cause) {
    say(wordsOf(cause))
    return {}
  }
}

const wordsOf = (cause: unknown) => `${(cause as Error).message}`.replace('[askfirst] ', '')

const toAttribute = (key: string) => `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
