import type { Shared } from '../shared.js'
import type { Description } from './describe-held.js'
import type { PlaceholderSurface } from './surface.js'

/** What a place for a placeholder is given. */
export interface StandOptions {
  /** What is held. */
  readonly element: HTMLElement
  /** Makes the surface in a document. */
  readonly create: (document: Document) => PlaceholderSurface
  /** Its words and buttons now. */
  readonly content: () => Description
  readonly shared: Shared
  /** Language of the words and their direction. */
  readonly language: () => { readonly lang: string; readonly dir: string }
}

/** A placeholder in its place. */
export interface Standing {
  /** Brings it up to date: language, answers, colours. */
  readonly draw: () => void
  /** Takes it away. */
  readonly end: () => void
}

/** Puts a placeholder in the place of what is held: in its document, in it, or beside it. */
export type Stand = (options: StandOptions) => Standing
