import type { Page } from 'playwright-core'
import type { Profile } from '../browser/open-profile.js'
import { createRecorder, type Recorder } from '../collect/create-recorder.js'
import type { Ledger } from '../collect/ledger.js'
import type { Phase } from '../rules/facts.js'
import { within } from '../within.js'
import { type Visit, visitPage } from './visit-page.js'
import { type Patience, waitForQuiet } from './wait-for-quiet.js'

export interface VisitorOptions {
  readonly profile: Profile
  readonly site: string
  readonly isChromium: boolean
  readonly patience: Patience
  /** Is told of what a page did that a visitor would notice: dialogs, downloads, windows. */
  readonly onIncident: (text: string) => void
}

/** Somebody with a profile who goes from page to page in one tab. */
export interface Visitor {
  readonly recorder: Recorder
  readonly page: () => Page
  /** Goes to a page. @throws an error that says in a sentence why it could not be looked at */
  readonly visit: (url: string, phase: Phase) => Promise<Visit>
  readonly settle: () => Promise<boolean>
  readonly take: (ledger: Ledger, phase: Phase, url: string) => Promise<void>
  /** Closes the tab, forgets what lasts for a session, and opens another. */
  readonly comeBack: () => Promise<void>
}

/** A page may run a script that never ends, and then answers nothing any more. */
const LONGEST = 90_000
/** Opening and closing tabs, and reading what is kept. */
const STEP = 15_000

export async function openVisitor(options: VisitorOptions): Promise<Visitor> {
  const { profile, site, isChromium, patience, onIncident } = options
  const { context } = profile
  const recorder = await createRecorder(context, { site, isChromium })
  let page: Page | undefined

  context.on('page', (other) => {
    if (!page || other === page) return
    onIncident(`opened a window: ${other.url()}`)
    other.close().catch(() => {})
  })

  async function openTab(given?: Page): Promise<void> {
    page = undefined
    const tab = given ?? context.pages()[0] ?? (await within(STEP, context.newPage()))
    page = tab
    tab.on('dialog', (dialog) => {
      // Whoever goes to the next page leaves this one, whatever it says.
      const isLeaving = dialog.type() === 'beforeunload'
      if (!isLeaving) onIncident(`opened a dialog: ${dialog.message().slice(0, 80)}`)
      const answered = isLeaving ? dialog.accept() : dialog.dismiss()
      answered.catch(() => {})
    })
    tab.on('download', (download) => {
      onIncident(`started a download: ${download.url()}`)
      download.cancel().catch(() => {})
    })
    tab.on('crash', () => onIncident('crashed'))
    await within(STEP, recorder.follow(tab))
  }
  await openTab()

  /** A tab whose page could not be looked at may still be on its way there, and would end the next visit. */
  async function replaceTab(): Promise<void> {
    const old = page
    // Chromium ends with its last tab, and a new one is no window that a page has opened.
    page = undefined
    const tab = await within(STEP, context.newPage())
    if (old) await within(STEP, old.close()).catch(() => {})
    await openTab(tab)
  }

  const current = () => {
    if (!page) throw new Error('The tab is closed.')
    return page
  }

  return {
    recorder,
    page: current,
    async visit(url, phase) {
      recorder.place({ phase, page: url, isArrival: true })
      try {
        return await within(LONGEST, visitPage(current(), url, { recorder, patience }))
      } catch (cause) {
        await replaceTab()
        throw cause
      }
    },
    settle: () => waitForQuiet(recorder, context, patience),
    take: (ledger, phase, url) => within(STEP, ledger.take(phase, url, current(), recorder)),
    async comeBack() {
      await replaceTab()
      const session = (await context.cookies()).filter(({ expires }) => expires < 0)
      for (const { name, domain, path } of session) await context.clearCookies({ name, domain, path })
    },
  }
}
