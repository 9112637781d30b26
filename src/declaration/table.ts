/** What stands in one cell. */
export interface Cell {
  readonly text?: string | undefined
  /** A technical name, set apart from words. */
  readonly code?: string | undefined
  readonly link?: { readonly href: string; readonly text: string } | undefined
}

/** A table before it is HTML or Markdown. The first column names the row. */
export interface Table {
  readonly id: string
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Stands in place of rows where there are none. */
  readonly empty: string
}

/** Keeps the columns in which at least one row says something. */
export function withoutEmptyColumns({ columns, rows, ...rest }: Table): Table {
  const kept = columns.map((_, at) => rows.some((row) => row[at]?.text || row[at]?.code || row[at]?.link))
  const keep = <T>(list: readonly T[]) => list.filter((_, at) => at === 0 || kept[at])
  return { ...rest, columns: keep(columns), rows: rows.map(keep) }
}
