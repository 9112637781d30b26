import type { DeclaredOptions, Language } from '../options.js'
import { csvColumns } from './csv-columns.js'
import { exportDeclaration } from './export-declaration.js'

/** What a spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
export const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Writes the declaration as CSV (RFC 4180: commas, CRLF, quotes where needed), one row for each item. A cell
 * that a spreadsheet would run as a formula gets an apostrophe in front; `fromCsv` takes it off again.
 *
 * @example
 * await writeFile('cookies.csv', toCsv(options, { locale: 'fr', strings: fr }))
 */
export function toCsv(options: DeclaredOptions, language: Language = {}): string {
  const { items } = exportDeclaration(options, language)
  const rows = [
    csvColumns.map(([, heading]) => `${heading}`),
    ...items.map((item) => csvColumns.map(([key]) => item[key])),
  ]
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
