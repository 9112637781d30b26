import type { Answer } from '../model/decision.js'
import type { Choices, ConsentRecord } from '../model/record.js'
import type { Settings } from '../model/settings.js'
import type { Consent } from './consent.js'
import type { ChangeEvent } from './events.js'
import type { Notice } from './view.js'

/** Reports a failure without throwing into the page: event `error`, and one console line in development builds. */
export type Report = (message: string, cause?: unknown) => void

/** A choice that the visitor made under another consent system. */
export interface ImportedChoices {
  /** Explicit answers by name of this site. Names left out stay unasked. */
  readonly choices: Choices
  /** @default now */
  readonly decidedAt?: Date | undefined
  /** @default 'import' */
  readonly source?: string | undefined
}

/** Tags of another system, read as askfirst's. */
export interface MarkupAlias {
  /** Selector of the elements. */
  readonly selector: string
  /** Attributes whose change makes the gate look at an element again. @default [] */
  readonly attributes?: readonly string[] | undefined
  /**
   * Writes askfirst's own attributes (`data-category`, `data-service`, `data-src`, …) on an element; called
   * before the gate looks at it, and again when a watched attribute changes.
   */
  readonly translate: (element: HTMLElement) => void
}

/** Values and functions a plugin may use from `early` on. */
export interface EarlyContext<N extends string = string> {
  readonly consent: Consent<N>
  readonly options: Settings
  readonly report: Report
  /** The answer in force for a name: `true` granted, `false` refused, `undefined` not asked. */
  readonly answer: (name: string) => Answer
  /** Every granted name. */
  readonly granted: () => readonly string[]
  /** Development builds alone: a clause that says who answered for a name, how and when. */
  readonly explainName?: ((name: string) => string) | undefined
}

/** Values and functions a plugin may use from `setup` on. */
export interface PluginContext<N extends string = string> extends EarlyContext<N> {
  /** Whether a tagged element may load now, by the decision or "show once"; a script also has to have been released. */
  readonly isReleased: (element: Element) => boolean
  /** Whether no released script waits for its turn. */
  readonly isIdle: () => boolean
  /** Code that needs this name has run: a withdrawal of the name then reloads the page. */
  readonly markUsed: (name: string) => void
  /** BCP 47 tag of the language the surfaces are shown in. */
  readonly language: () => string
  /**
   * Makes a record of an imported answer. Does nothing where the visitor has a record already, or where the
   * answer has ended by `cookie.days`.
   * @returns the record, or `undefined` where nothing was stored
   */
  readonly adopt: (imported: ImportedChoices) => ConsentRecord | undefined
  /** Reads tags of another system as askfirst's. Works in `setup`, before the first scan. */
  readonly alias: (alias: MarkupAlias) => void
  /** Shows or takes away the placeholder of a held frame or player. */
  readonly showPlaceholder: (element: HTMLElement, isHeld: boolean) => void
  /**
   * Has the banner and the preferences show a sentence of the plugin. `read` is asked whenever they are drawn;
   * `undefined` shows nothing. A second call under one name replaces the first.
   */
  readonly showNotice: (name: string, read: () => Notice | undefined) => void
  /** Emits `release` for elements that were released. */
  readonly emitRelease: (elements: readonly Element[]) => void
}

/** A decision on its way to the record. */
export interface Draft {
  /** Names about to be granted; taking a category out takes what followed it out too. */
  readonly granted: Set<string>
  readonly source: string
}

/** What changed with a decision; the same as event `change`. */
export type Transition<N extends string = string> = ChangeEvent<N>

/** Blocks and releases tagged elements. One plugin of a page has it: the gate. */
export interface ElementGate {
  /** Looks for tagged elements under `root`, the root included. */
  scan(root: Document | DocumentFragment | Element): void
  /** Lets one element load whatever the decision ("show once"). */
  allowOnce(element: HTMLElement): void
  /** Takes "show once" back from all elements. */
  revokeAllowedOnce(): void
  isReleased(element: Element): boolean
  isIdle(): boolean
  /** Reads tags of another system as askfirst's. */
  alias?(alias: MarkupAlias): void
}

/**
 * An optional feature. Factories return one; `plugins` takes an array of them. A hook that throws is reported
 * and stops nothing.
 *
 * @example
 * const logger = definePlugin({
 *   name: 'logger',
 *   setup: ({ consent }) => consent.on('change', ({ added }) => console.log(added)),
 * })
 */
export interface Plugin<N extends string = never> {
  readonly name: string
  /** Once, when the consent object is created in a browser, also while the page is prerendered. */
  readonly early?: (context: EarlyContext<N>) => void
  /**
   * Answers that hold until the visitor's own, such as a browser signal. Never stored. Asked again before
   * every use.
   */
  readonly presume?: () => Choices
  /** Once per `start`, before `ready` and the first scan. Returns its undo. */
  readonly setup?: (context: PluginContext<N>) => void | (() => void)
  /** Before a decision is stored: may take names out. */
  readonly draft?: (draft: Draft) => void
  /** After every stored decision of this page, also one that repeats the last answers. */
  readonly decided?: (record: ConsentRecord) => void
  /** The granted names have changed and the `change` listeners have run. Effects act here. */
  readonly apply?: (transition: Transition) => void
  /** The page was focused or restored and nothing had changed. */
  readonly revisit?: () => void
  /** Blocks and releases elements, if this plugin is the gate. */
  readonly elements?: ElementGate
  /**
   * Development builds alone, for `consent.explain`: a sentence about the part that this plugin has in holding or
   * releasing an element or address. `undefined`: it has none.
   */
  readonly explain?: ((subject: Element | URL) => string | undefined) | undefined
}

/** Types a plugin; at run time it returns what it was given. */
/* @__NO_SIDE_EFFECTS__ */
export function definePlugin<N extends string = never>(plugin: Plugin<N>): Plugin<N> {
  return plugin
}
