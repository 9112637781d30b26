import type { Consent } from '../../../src/api/consent.js'
import type { Entry } from './judge.js'
import type { Decision, Insertion } from './plan.js'

/** A step as the page can take it: tags are HTML already. */
export type PageStep = { readonly wait: number } & (
  | Decision
  | (Omit<Insertion, 'tags'> & { readonly html: string })
)

/** What is known not to work, and is kept out of the visits. Each is a case of its own, not a rule that is bent. */
export interface Limits {
  /** Markup put in before the page is loaded does not run (docs/decisions/0003). */
  readonly markupBeforeLoad: boolean
  /** A tag that comes between a decision and its paint does not wait for what that decision has released. */
  readonly tagsBeforePaint: boolean
}

export interface Script {
  readonly steps: readonly PageStep[]
  /** What has to run before the visit is over. */
  readonly awaited: readonly string[]
  /** Milliseconds after which it is over anyway. */
  readonly patience: number
  /** Milliseconds in which something may still run that should not. */
  readonly rest: number
  readonly limits: Limits
}

/**
 * Runs in the page, as text: knows nothing but its argument and the page. Notes
 * in `window.log` what happens, and hands it to the page around it.
 */
export function play({ steps, awaited, patience, rest, limits }: Script): void {
  const state = window as unknown as { log: Entry[]; note: (id: string) => void; askfirst?: Consent }
  const log: Entry[] = []
  state.log = log
  state.note = (id) => void log.push(['ran', id])
  const began = performance.now()
  const failures: string[] = []
  document.addEventListener('askfirst:error', ({ detail }: CustomEventInit) => {
    failures.push(`${Math.round(performance.now() - began)} ms: ${detail.message} ${detail.cause ?? ''}`)
  })
  addEventListener('error', ({ message }) => message && failures.push(message))
  addEventListener('unhandledrejection', ({ reason }) => failures.push(`${reason?.stack ?? reason}`))
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const loaded = new Promise((resolve) => addEventListener('load', resolve))

  /** Later than the frame after this moment, and than what that frame has put off. */
  const settle = async (step: number) => {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await sleep(0)
    await sleep(0)
    log.push(['settled', step])
  }

  /** Elements as a script of the page makes them, one by one. */
  function insertNodes(html: string, place: (node: Node) => void): void {
    const inert = new DOMParser().parseFromString(html, 'text/html')
    for (const written of inert.querySelectorAll('script')) {
      const made = document.createElement('script')
      for (const { name, value } of written.attributes) made.setAttribute(name, value)
      made.text = written.text
      place(made)
    }
  }

  async function take(step: PageStep): Promise<void> {
    const { askfirst } = state
    if (step.act === 'save') askfirst?.save(step.choices)
    else if (step.act === 'withdraw') askfirst?.withdraw(step.name)
    else if (step.act === 'accept all') askfirst?.acceptAll()
    else if (step.act === 'insert') {
      const next = document.querySelectorAll('[data-id]')[step.at] ?? null
      const parent = next?.parentNode ?? document.body
      const place = (node: Node) => void parent.insertBefore(node, next)
      const box = document.createElement('div')
      if (step.by === 'nodes') insertNodes(step.html, place)
      else if (step.by === 'innerHTML') place(box)
      if (step.by !== 'nodes') box.innerHTML = step.html
      if (!box.isConnected && step.by !== 'nodes') place(box)
    } else askfirst?.rejectAll()
  }

  async function visit(): Promise<void> {
    await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve))
    let settled = settle(0)
    for (const [index, step] of steps.entries()) {
      await sleep(step.wait)
      if (step.act === 'insert') {
        if (limits.markupBeforeLoad && step.by !== 'nodes') await loaded
        if (limits.tagsBeforePaint) await settled
      }
      log.push(['step', index + 1])
      await take(step)
      settled = settle(index + 1)
    }
    const end = performance.now() + patience
    const isMissing = (id: string) => !log.some(([what, which]) => what === 'ran' && which === id)
    while (awaited.some(isMissing) && performance.now() < end) await sleep(20)
    await sleep(rest)
    /** What the page knows of a fault, for whoever looks for its cause. */
    const told = awaited.some(isMissing)
      ? [
          ...failures,
          `record: ${JSON.stringify(state.askfirst?.record)}`,
          `asked: ${performance
            .getEntriesByType('resource')
            .map(
              ({ name, startTime, duration }) =>
                `${/note[^&]*/.exec(name)} ${Math.round(startTime)}+${Math.round(duration)}`,
            )
            .join(', ')}`,
          `links: ${[...document.querySelectorAll('link')].map(({ href }) => /note[^&]*/.exec(href)).join(', ')}`,
          `granted: ${document.documentElement.dataset.consent}; ${document.cookie}`,
          ...awaited
            .filter(isMissing)
            .map((id) => `${document.querySelector(`[data-id="${id}"]`)?.outerHTML}`),
        ]
      : []
    const order = [...document.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset.id)
    parent.postMessage({ address: location.href, visit: { log, order, told } }, '*')
  }
  void visit()
}
