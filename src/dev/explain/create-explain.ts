import type { Consent } from '../../api/consent.js'
import type { Plugin } from '../../api/plugin.js'
import { isPrerendering } from '../../browser/prerendering.js'
import { namesOf } from '../../model/names.js'
import type { Settings } from '../../model/settings.js'
import { closest } from '../did-you-mean.js'
import { describeElement } from './describe-element.js'
import type { ExplainName } from './explain-name.js'
import { resolveAddress } from './resolve-address.js'

interface ExplainOptions {
  readonly settings: Settings
  readonly plugins: () => Iterable<Plugin>
  readonly explainName: ExplainName
  /** Whether `start` was called and `destroy` was not. */
  readonly isRunning: () => boolean
}

/** A category or `category.service`, of this site or misspelt: an address has a slash or a colon. */
const NAME = /^[a-z][\w-]*(\.[\w-]+)?$/i

const isElement = (subject: unknown): subject is HTMLElement => (subject as Node | null)?.nodeType === 1

/** Makes `consent.explain`: asks the gate and the other plugins, and says why they are silent. */
export function createExplain(options: ExplainOptions): NonNullable<Consent['explain']> {
  const { settings, plugins, explainName, isRunning } = options

  function explainIdle(what: string): string | undefined {
    if (isPrerendering())
      return `${what} is held: the page is prerendered, and nothing is released before it is shown.`
    return isRunning() ? undefined : `${what} is held: askfirst does not run. Call consent.start().`
  }

  function ask(subject: HTMLElement | URL, silence: string): string {
    const answers = [...plugins()].flatMap((plugin) => {
      try {
        return plugin.explain?.(subject) ?? []
      } catch (cause) {
        return [`The plugin "${plugin.name}" could not explain it: ${(cause as Error).message}.`]
      }
    })
    return answers.join(' ') || silence
  }

  return (subject) => {
    if (isElement(subject)) {
      const tag = describeElement(subject)
      return explainIdle(tag) ?? ask(subject, `${tag} is left alone: the plugins of this page have no gate.`)
    }
    const text = `${subject}`
    const names = namesOf(settings)
    if (NAME.test(text) && (names.includes(text) || closest(text, names))) return `${explainName(text)}.`
    if (!subject)
      return 'There is no such element: explain was given nothing. Give it an element, an address or a name.'
    const url = resolveAddress(text)
    if (!url)
      return `"${text}" is no address. Give explain an element, an address or a name of the categories option.`
    return (
      explainIdle(url.href) ??
      ask(
        url,
        `${url.href} is not held: no tag has this address, and without the plugin auto-block requests that code makes go through.`,
      )
    )
  }
}
