/** How something stands, for the mark before its line. */
export type RowState = 'held' | 'released' | 'waiting' | 'problem' | 'plain'

/** One line of the panel. */
export interface Row {
  readonly title: string
  readonly state: RowState
  readonly text: string
  /** What `console.log` is given, where that is worth a button. */
  readonly subject?: Element | undefined
}
