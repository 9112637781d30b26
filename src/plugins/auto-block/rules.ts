import { matches, startsWithPattern } from '../../model/pattern.js'

/** What a rule looks at. In JSON only the text form can be written. */
export type Match = string | RegExp | ((url: URL) => boolean)

/** Requests to an address wait for a category. */
export interface Rule {
  /**
   * A text is a host with its subdomains (`'stats.example'`), optionally the beginning of a path
   * (`'social.example/tr'`); `*` is any run of characters. Case and percent-encoding make no difference. A RegExp
   * is tried on the whole address.
   */
  readonly match: Match
  /** Category, or `category.service`. */
  readonly category: string
}

/**
 * Whether a rule can match at all. A text has to be a host with `*` for any run of characters, then nothing or
 * a path.
 */
export const isRule = ({ match, category }: Partial<Rule>): boolean =>
  !!match && !!category && (typeof match !== 'string' || /^[\w.*-]+(\/|$)/.test(match))

/** Servers read `%74r` as `tr`, and many read `TR` so. */
const normalize = (text: string): string =>
  text
    .replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase()

function toTest(match: Match): (url: URL) => boolean {
  if (typeof match === 'function') return match
  if (typeof match !== 'string') return ({ href }) => matches(match, href) || matches(match, normalize(href))
  const [, host = '', path = ''] = /^([^/]*)(.*)$/.exec(normalize(match)) ?? []
  return ({ hostname, pathname, search }) => {
    // The root label's dot names the same host (RFC 1034 section 3.1).
    const name = hostname.replace(/\.+$/, '')
    return (
      (matches(host, name) || matches(`*.${host}`, name)) &&
      startsWithPattern(path, normalize(pathname + search))
    )
  }
}

/**
 * Compiles rules; the first that matches an address decides. Only addresses of the network are matched:
 * `about:blank`, `blob:` and `data:` ask nobody.
 * @returns the category an address waits for, or `undefined`
 */
export function compileRules(
  rules: readonly Rule[],
  report: (message: string, cause: unknown) => void,
): (address: unknown) => string | undefined {
  const tests = rules.map(({ match, category }) => [toTest(match), category] as const)
  return (address) => {
    let url: URL
    try {
      url = new URL(String(address), document.baseURI)
    } catch {
      return
    }
    if (!/^(http|ws)s?:/.test(url.href)) return
    return tests.find(([test]) => {
      try {
        return test(url)
      } catch (cause) {
        // What cannot be judged waits.
        report(`a rule of auto-block threw for ${url.href}: it is held`, cause)
        return true
      }
    })?.[1]
  }
}
