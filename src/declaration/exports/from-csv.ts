import type { DeclaredItem } from '../declared-items.js'
import { isSession } from '../is-session.js'
import { csvColumns } from './csv-columns.js'
import { unguardFormulas } from './to-csv.js'

const kinds = ['cookie', 'local-storage', 'session-storage', 'indexed-db', 'cache', 'pixel'] as const

/**
 * Reads what `toCsv` wrote, or a list of cookies from elsewhere, separated by commas, semicolons or tabs: the usual headings of others are known
 * (`Cookie`, `Platform`, `Description`, `Retention period`, …), other columns are passed over. Categories are
 * taken as they are written: "functional" means necessary in one list and a preference in another.
 *
 * @throws Error `[askfirst] csv: …` when no column holds the names
 */
export function fromCsv(csv: string): DeclaredItem[] {
  // Excel names its separator in a line of its own.
  const [headings = [], ...rows] = readRows(csv.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, ''))
  const known = headings.map((heading) => heading.trim().toLowerCase())
  const columns = csvColumns.map(([key, ...names]) => {
    const at = names.map((name) => known.indexOf(name.toLowerCase())).find((found) => found >= 0) ?? -1
    return [key, at] as const
  })
  if (columns[0]?.[1] === -1) {
    throw new Error('[askfirst] csv: no column holds the names. Call one of them "name" in the first line.')
  }
  return rows
    .filter((row) => row.some(Boolean))
    .map((row) => complete(Object.fromEntries(columns.map(([key, at]) => [key, row[at] ?? '']))))
}

/** Fills in what a list from elsewhere leaves open, as the options do. */
function complete(cells: { readonly [key: string]: string }): DeclaredItem {
  const text = (key: string) => cells[key] ?? ''
  const kind = kinds.find((one) => one === cells.kind) ?? 'cookie'
  const item = { duration: text('duration'), kind }
  const persistence = cells.persistence === 'session' || (!cells.persistence && isSession(item))
  return {
    category: text('category'),
    service: text('service'),
    name: text('name'),
    label: text('label'),
    provider: text('provider'),
    domain: text('domain'),
    path: text('path'),
    purpose: text('purpose'),
    ...item,
    party: cells.party === 'third' ? 'third' : 'first',
    persistence: persistence ? 'session' : 'persistent',
    policyUrl: text('policyUrl'),
  }
}

/** What separates cells: the mark that the first line has most of. Spreadsheets of many countries write `;`. */
function separatorOf(csv: string): string {
  const [line = ''] = csv.replace(/"[^"]*"/g, '').split(/[\r\n]/)
  const count = (mark: string) => line.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** Splits by RFC 4180; also takes bare line feeds and bare carriage returns, which other programs write. */
function readRows(csv: string): string[][] {
  const mark = separatorOf(csv)
  const pattern = new RegExp(`(?:"((?:[^"]|"")*)"|([^${mark}\\r\\n]*))(${mark}|\\r\\n?|\\n|$)`, 'g')
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of csv.matchAll(pattern)) {
    row.push(unguardFormulas(quoted?.replaceAll('""', '"') ?? plain))
    if (end === mark) continue
    rows.push(row)
    row = []
  }
  return rows
}
