/** What a rule looks at. In JSON only the text form can be written. */
export type Match = string | RegExp | ((url: URL) => boolean)

/** Requests to an address wait for a category. */
export interface Rule {
  /**
   * A text is a host with its subdomains (`'stats.example'`), optionally the beginning of a path
   * (`'social.example/tr'`); `*` is any run of characters. A RegExp is tried on the whole address.
   */
  readonly match: Match
  /** Category, or `category.service`. */
  readonly category: string
}

const quote = (text: string) => text.replace(/[^\w*]/g, '\\$&').replace(/\*/g, '[^]*')

/** Whether a text can match at all: a host with `*` for any run of characters, then nothing or a path. */
export const isMatch = (match: Match): boolean => typeof match !== 'string' || /^[\w.*-]+(\/|$)/.test(match)

/** A name in which `*` is any run of characters, as in declared cookies. */
export const toPattern = (name: string | RegExp): RegExp =>
  typeof name === 'string' ? new RegExp(`^${quote(name)}$`) : name

function toTest(match: Match): (url: URL) => boolean {
  if (typeof match === 'function') return match
  const [, host = '', path = ''] = typeof match === 'string' ? (/^([^/]*)(.*)$/.exec(match) ?? []) : []
  const pattern = typeof match === 'string' ? new RegExp(`^(.*\\.)?${quote(host)}\\.?$`, 'i') : undefined
  const start = new RegExp(`^${quote(path)}`)
  return ({ href, hostname, pathname, search }) =>
    pattern ? pattern.test(hostname) && start.test(pathname + search) : href.search(match as RegExp) >= 0
}

/**
 * Compiles rules; the first that matches an address decides.
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
