import type { Status } from '../model/decision.js'
import type { ConsentRecord } from '../model/record.js'
import type { Withdrawal } from '../model/settings.js'
import type { Surface } from './surface.js'

/** The answers in force. */
export interface ReadyEvent<N extends string = string> {
  readonly status: Status
  readonly granted: readonly N[]
  /** Those of `granted` that no visitor has answered: opt-out and exempt names without a choice. */
  readonly presumed: readonly N[]
  readonly record: ConsentRecord | undefined
}

/** The granted names, the status or the record's choices have changed. */
export interface ChangeEvent<N extends string = string> extends ReadyEvent<N> {
  readonly added: readonly N[]
  readonly removed: readonly N[]
  /** Where the decision was made: `banner`, `preferences`, `api`, `sync`, … */
  readonly source: string
  /** Whether the browser kept the cookie; `false`: the choice holds on this page alone. */
  readonly persisted: boolean
}

/** A decision was stored, also one that repeats the last answers. */
export interface DecisionEvent {
  readonly record: ConsentRecord
  readonly persisted: boolean
}

/** A surface has opened or closed. */
export interface SurfaceEvent {
  readonly surface: Surface
}

/**
 * A reload waits for the visitor, because it would empty the form fields that were changed. With the next
 * navigation it is over.
 */
export type ReloadEvent = Withdrawal

/** Elements were released. Scripts among them have been started; later ones of the queue come in later events. */
export interface ReleaseEvent {
  readonly elements: readonly Element[]
}

/** The view's language changed. */
export interface LocaleEvent {
  readonly locale: string
}

/** A failure at run time. Content stays held. */
export interface ErrorEvent {
  readonly message: string
  readonly cause?: unknown
}

/** Events on the consent object; `document` gets the same as `askfirst:ready`, `askfirst:change`, … */
export interface ConsentEvents<N extends string = string> {
  ready: ReadyEvent<N>
  change: ChangeEvent<N>
  decision: DecisionEvent
  release: ReleaseEvent
  reload: ReloadEvent
  open: SurfaceEvent
  close: SurfaceEvent
  locale: LocaleEvent
  error: ErrorEvent
}
