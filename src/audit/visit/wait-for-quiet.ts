import type { BrowserContext } from 'playwright-core'
import type { Recorder } from '../collect/create-recorder.js'

export interface Patience {
  /** Milliseconds in which nothing may happen. */
  readonly quiet: number
  /** Milliseconds after which a page is taken as it is. */
  readonly most: number
}

const LOOK = 100

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Waits until network and storage have been still for a while.
 * @returns whether the page fell quiet in time
 */
export async function waitForQuiet(
  recorder: Recorder,
  context: BrowserContext,
  { quiet, most }: Patience,
): Promise<boolean> {
  const end = Date.now() + most
  let since = Date.now()
  let last = -1
  let cookies = ''
  while (Date.now() < end) {
    const { open, count } = recorder.activity()
    if (open > 0 || count !== last) since = Date.now()
    last = count
    if (Date.now() - since >= quiet) {
      // The last look costs more, so it comes last: cookies that no script and no header of the page told of.
      const kept = await context.cookies().catch(() => [])
      const names = kept
        .map(({ name, domain }) => `${name} ${domain}`)
        .sort()
        .join()
      if (names === cookies) return true
      cookies = names
      since = Date.now() - quiet / 2
    }
    await pause(LOOK)
  }
  return false
}
