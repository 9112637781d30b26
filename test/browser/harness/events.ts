import type { Frame, Page } from '@playwright/test'
import type { Consent } from 'askfirst'
import 'askfirst/globals'

/** One of the document's `askfirst:…` events, as JSON. */
export interface HeardEvent {
  readonly type: string
  readonly message?: string
  readonly surface?: string
  readonly source?: string
  readonly persisted?: boolean
  readonly granted?: readonly string[]
  readonly added?: readonly string[]
  readonly removed?: readonly string[]
}

declare global {
  interface Window {
    /** What the bundles of these cases leave behind. */
    consent: Consent
    heard?: HeardEvent[]
  }
}

/**
 * Notes the `askfirst:…` events of every document that `page` will show, frames
 * included. Call it before `goto`.
 * @returns reads what a document has heard, of one type or all
 */
export async function collectEvents(
  page: Page,
): Promise<(type?: string, frame?: Page | Frame) => Promise<readonly HeardEvent[]>> {
  await page.addInitScript(() => {
    for (const type of ['ready', 'change', 'open', 'close', 'error']) {
      // On the way down: the events do not bubble.
      const note = ({ detail }: CustomEventInit) => {
        const heard: HeardEvent = { type, ...JSON.parse(JSON.stringify({ ...detail, cause: undefined })) }
        window.heard = [...(window.heard ?? []), heard]
      }
      addEventListener(`askfirst:${type}`, note as EventListener, true)
    }
  })
  return async (type, frame = page) => {
    const heard = await frame.evaluate(() => window.heard ?? [])
    return heard.filter((event) => !type || event.type === type)
  }
}
