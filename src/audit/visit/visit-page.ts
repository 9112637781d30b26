import type { Page } from 'playwright-core'
import type { Recorder } from '../collect/create-recorder.js'
import { firstLine } from '../failure.js'
import { scrollThrough } from './scroll-through.js'
import { type Patience, waitForQuiet } from './wait-for-quiet.js'

export interface Visit {
  readonly url: string
  /** Where redirects led. */
  readonly landed: string
  readonly status: number
  readonly title: string
  readonly isQuiet: boolean
}

const LOAD = 30_000

const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /ERR_CERT|SSL_ERROR|SEC_ERROR|MOZILLA_PKIX|certificate|certerror|nssBadCert|nssFailure/i,
    'Its certificate is not valid. Use `--ignore-certificate` to look all the same.',
  ],
  [/TOO_MANY_REDIRECTS|redirectLoop/i, 'It redirects for ever.'],
  [
    /NAME_NOT_RESOLVED|dnsNotFound|UNKNOWN_HOST/i,
    'Its host name leads nowhere. Check the address and the network.',
  ],
  [
    /CONNECTION_REFUSED|connectionFailure|CONNECTION_RESET|netReset|EMPTY_RESPONSE/i,
    'Nothing answers there. Check the address and that the site is running.',
  ],
  [/INTERNET_DISCONNECTED|NETWORK_CHANGED|netOffline/i, 'There is no network.'],
  [
    /INVALID_AUTH|ERR_HTTP_RESPONSE_CODE_FAILURE/i,
    'It asks for a password. Give it with `--auth name:password`.',
  ],
  [/Download is starting/i, 'It is a download, not a page.'],
  [/Timeout/i, `It did not answer within ${LOAD / 1000} s.`],
]

/** Why a page could not be opened, in a sentence. Firefox says it in the address of its error page. */
function explain(cause: unknown, page: Page): string {
  const text = `${firstLine(cause)} ${page.url().startsWith('about:') ? page.url() : ''}`
  return reasons.find(([pattern]) => pattern.test(text))?.[1] ?? firstLine(cause)
}

export interface VisitOptions {
  readonly recorder: Recorder
  readonly patience: Patience
}

/**
 * Goes to a page as a visitor does, scrolls through it and waits until it is quiet.
 * @throws an error whose message says in a sentence why the page could not be looked at
 */
export async function visitPage(
  page: Page,
  url: string,
  { recorder, patience }: VisitOptions,
): Promise<Visit> {
  const go = () => page.goto(url, { waitUntil: 'domcontentloaded', timeout: LOAD })
  const response = await go()
    .catch((cause: unknown) => {
      // Firefox: by its own error page, which tells the reason the second time.
      if (/interrupted by another navigation/.test(firstLine(cause))) return go()
      throw cause
    })
    .catch((cause: unknown) => {
      throw new Error(explain(cause, page))
    })
  const status = response?.status() ?? 0
  if (status === 401 || status === 407)
    throw new Error('It asks for a password. Give it with `--auth name:password`.')
  if (status >= 400) throw new Error(`It answers with status ${status}.`)
  const type = (await response?.headerValue('content-type').catch(() => '')) ?? ''
  if (type && !/html|xml/i.test(type)) throw new Error(`It is ${type.split(';')[0]}, not a page.`)
  await waitForQuiet(recorder, page.context(), { quiet: patience.quiet / 2, most: patience.most / 2 })
  await scrollThrough(page)
  const isQuiet = await waitForQuiet(recorder, page.context(), patience)
  return { url, landed: page.url(), status, title: await page.title().catch(() => ''), isQuiet }
}
