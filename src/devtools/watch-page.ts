import type { Consent } from '../api/consent.js'
import type { ConsentEvents } from '../api/events.js'
import { pageJournal } from '../browser/trace.js'
import { gatedAttributes } from '../model/gated-elements.js'

/** Milliseconds between a change and the look at the page: changes come in crowds. */
const REST = 100

/** Milliseconds between two looks at the storage, which tells of few changes. */
const PAUSE = 2000

const events: readonly (keyof ConsentEvents)[] = [
  'ready',
  'change',
  'decision',
  'release',
  'locale',
  'open',
  'close',
]

/** Chromium and Firefox 140 tell of cookies that change (https://cookiestore.spec.whatwg.org/). */
const cookieStore = () => (globalThis as { cookieStore?: EventTarget }).cookieStore

/**
 * Calls back soon after something has changed that the panel shows.
 * @param onError a failure that askfirst has reported
 * @returns stops watching
 */
export function watchPage(
  consent: Consent,
  look: () => void,
  onError: (message: string) => void,
): () => void {
  const { listeners } = pageJournal()
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      look()
    }, REST)
  }
  const observer = new MutationObserver(soon)
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: [
      'type',
      'data-category',
      'data-service',
      ...gatedAttributes,
      ...gatedAttributes.map((it) => `data-${it}`),
    ],
  })
  listeners.add(soon)
  const store = cookieStore()
  store?.addEventListener('change', soon)
  const undo = [
    ...events.map((event) => consent.on(event, soon)),
    consent.on('error', ({ message }) => onError(message)),
  ]
  const clock = setInterval(soon, PAUSE)
  return () => {
    observer.disconnect()
    listeners.delete(soon)
    store?.removeEventListener('change', soon)
    for (const end of undo) end()
    clearInterval(clock)
    clearTimeout(timer)
  }
}
