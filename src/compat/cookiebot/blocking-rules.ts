import type { Rule } from '../../plugins/auto-block/index.js'
import { asked } from './answers.js'
import type { Configuration } from './configuration.js'

/** Where elements say or get their address. */
const marked = ':is(script,iframe,img,embed,video,audio,source)'

const sameAddress = (element: Element, { href }: URL) =>
  ['src', 'data-src'].some((name) => {
    const value = element.getAttribute(name)
    return !!value && new URL(value, document.baseURI).href === href
  })

/** The words of an element: of the configuration block for its id, else of its attribute. */
function wordsOf(element: Element, { tags }: Configuration): readonly string[] {
  const tag = tags.find(({ id }) => id === element.id)
  // Where the block has several categories the gate asks for all of them: it reads the attribute.
  const words = tag?.isIgnored ? 'ignore' : tag?.categories.join()
  if (words !== undefined && element.getAttribute('data-cookieconsent') !== words)
    element.setAttribute('data-cookieconsent', words)
  return (element.getAttribute('data-cookieconsent') ?? '').split(',').map((word) => word.trim())
}

/**
 * What automatic blocking holds: elements with a category of their own wait for it, `ignore` lets one pass, and
 * what else comes from another site waits for `marketing`.
 *
 * @param own address of our own file: what lies beside it passes
 * @param onGuess an address was held without a word about it
 */
export function blockingRules(
  configuration: () => Configuration,
  own: string,
  onGuess: (url: URL) => void,
): Rule[] {
  /** By address: a script that the gate releases is outside the document for a moment. */
  const found = new Map<string, readonly string[]>()
  const words = (url: URL): readonly string[] => {
    const config = configuration()
    const ids = config.tags.map(({ id }) => `[id="${CSS.escape(id)}"]`)
    const selector = `${marked}:is(${['[data-cookieconsent]', ...ids].join()})`
    const elements = [...document.querySelectorAll(selector)].filter((element) => sameAddress(element, url))
    if (elements[0])
      found.set(
        url.href,
        elements.flatMap((element) => wordsOf(element, config)),
      )
    return found.get(url.href) ?? []
  }
  const folder = new URL('.', own).href
  const isPassing = (url: URL) =>
    url.href.startsWith(folder) || isIgnored(document.currentScript) || words(url).includes('ignore')
  return [
    { match: isPassing, category: 'necessary' },
    // Of several the one that fewest visitors grant; the gate asks for all of them.
    ...[...asked]
      .reverse()
      .map((category) => ({ match: (url: URL) => words(url).includes(category), category })),
    { match: (url: URL) => words(url).includes('necessary'), category: 'necessary' },
    {
      match(url) {
        const isForeign = /^https?:/.test(url.protocol) && !isSameSite(url.hostname, location.hostname)
        if (isForeign) onGuess(url)
        return isForeign
      },
      category: 'marketing',
    },
  ]
}

/** A script that is never blocked may load others: the snippet of Google Tag Manager does. */
const isIgnored = (script: HTMLOrSVGScriptElement | null) =>
  !!script?.matches('[data-cookieconsent=ignore],[data-cb-ignore-dynamic-children]')

/** A host and its subdomains, `www.` left out. No list of public suffixes: other siblings count as foreign. */
function isSameSite(host: string, page: string): boolean {
  const parent = page.replace(/^www\./, '')
  return host === parent || host.endsWith(`.${parent}`)
}
