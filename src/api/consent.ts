import type { ResolvedOptions } from '../model/options.js'
import type { ConsentRecord } from '../model/record.js'
import type { Surface } from './view.js'

/** Whether the visitor has answered for this policy and these categories. */
export type Status = 'undecided' | 'decided'

/** A `change` and a `ready`: what holds from now on. */
export interface ReadyEvent<N extends string = string> {
  readonly status: Status
  readonly granted: readonly N[]
  readonly record: ConsentRecord | undefined
}

export interface ChangeEvent<N extends string = string> extends ReadyEvent<N> {
  readonly added: readonly N[]
  readonly removed: readonly N[]
  /** Where the decision was made: `banner`, `preferences`, `api`, `sync`, … */
  readonly source: string
  /** Whether the browser kept the cookie; `false`: this page only. */
  readonly persisted: boolean
}

export interface SurfaceEvent {
  readonly surface: Surface
}

/** The view's language changed. */
export interface LocaleEvent {
  readonly locale: string
}

export interface ErrorEvent {
  readonly message: string
  readonly cause?: unknown
}

/** Events on the consent object; `document` gets the same as `askfirst:ready`, `askfirst:change`, … */
export interface ConsentEvents<N extends string = string> {
  ready: ReadyEvent<N>
  change: ChangeEvent<N>
  open: SurfaceEvent
  close: SurfaceEvent
  locale: LocaleEvent
  error: ErrorEvent
}

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
  readonly options: ResolvedOptions
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
   * Stores a choice. Names left out keep their answer, or are refused if they have none.
   * @example consent.save({ statistics: true, 'marketing.youtube': false })
   */
  save(choices: { readonly [K in N]?: boolean }, source?: string): ConsentRecord
  /** Takes consent back for one name, or for all that is not required. */
  withdraw(name?: N, source?: string): ConsentRecord
  /** Resolves when the dialog is shown. */
  openPreferences(): Promise<void>
  /** Resolves when the banner is shown. */
  openBanner(): Promise<void>
  /** Takes every open surface away without deciding. */
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
}
