import type { Status } from '../model/decision.js'
import type { ConsentRecord } from '../model/record.js'
import type { Settings } from '../model/settings.js'
import type { ConsentEvents } from './events.js'

/**
 * The consent object.
 *
 * @example
 * const consent = createConsent({ policy: { version: '2024-10-01', url: '/cookies' } })
 * consent.start()
 * consent.on('change', ({ granted }) => console.log(granted))
 */
export interface Consent<N extends string = string> {
  /** `'undecided'` until there is an answer for this policy version and every category. */
  readonly status: Status
  /** What is stored, or `undefined` before the first choice. */
  readonly record: ConsentRecord | undefined
  readonly options: Settings
  /** BCP 47 tag of the language asked for: of `setLocale`, else of the options, else of the page. */
  readonly locale: string
  /** Starts asking and releasing. Does nothing outside a browser or when started already. */
  start(): void
  /** Leaves the document as it was before `start`. Code that has run stays run. */
  destroy(): void
  /** Synchronous and always answers; an unknown name is not granted. */
  isGranted(name: N): boolean
  /** Resolves once `name` is granted: at once, or when the visitor agrees. */
  whenGranted(name: N): Promise<void>
  /** Grants every category. @param source who decided, kept in the record; default `'api'` */
  acceptAll(source?: string): ConsentRecord
  /** Refuses all that can be refused. @param source who decided; default `'api'` */
  rejectAll(source?: string): ConsentRecord
  /**
   * Stores a choice. Names left out keep their answer, or are refused if they have none. Unknown names are
   * reported and ignored; without a known one nothing is stored and the record in force is returned.
   * @example consent.save({ statistics: true, 'marketing.youtube': false })
   */
  save(choices: { readonly [K in N]?: boolean }, source?: string): ConsentRecord | undefined
  /** Takes consent back for one name, or for all that is not required. */
  withdraw(name?: N, source?: string): ConsentRecord | undefined
  /** Resolves when the dialog is shown. */
  openPreferences(): Promise<void>
  /** Resolves when the banner is shown. */
  openBanner(): Promise<void>
  /** Closes all surfaces without recording a choice. */
  close(): Promise<void>
  /**
   * Listens. A listener that throws is reported and stops nothing; a `ready`
   * listener that comes late is called at once.
   * @returns stops listening
   */
  on<E extends keyof ConsentEvents<N>>(event: E, listener: (detail: ConsentEvents<N>[E]) => void): () => void
  /** Looks for tagged elements under `root` now; needed only for shadow roots, the document is watched. */
  scan(root?: Document | DocumentFragment | Element): void
  /** Changes the language of the view. */
  setLocale(tag: string): Promise<void>
  /**
   * Development builds alone: says what holds or has released an element or address, by which category, condition,
   * answer, rule or option, and when. A category or `category.service` is answered by who decided it.
   * @param subject an element, an address (absolute, or relative to the page), or a name of the categories option
   * @returns a sentence; one more of each plugin that has a part in it
   * @example console.log(consent.explain?.(document.querySelector('script[data-category]')))
   * // <script data-category="statistics" src="https://stats.example/tag.js"> is held: "statistics" is not answered yet.
   */
  readonly explain?: (subject: Element | URL | string | null | undefined) => string
}

/**
 * The names of a consent object: `ConsentName<typeof consent>` is `'necessary' | 'statistics' | …`.
 */
export type ConsentName<T> = T extends Pick<Consent<infer N>, 'isGranted'> ? N : never
