import type { DeclaredOptions, Language } from '../options.js'
import { csvColumns } from './csv-columns.js'
import { exportDeclaration } from './export-declaration.js'

/**
 * Where a spreadsheet would begin a formula (https://owasp.org/www-community/attacks/CSV_Injection): at the beginning
 * of a cell, and behind what begins a cell in the CSV of other countries and programs, where quotation marks do not
 * help in any column but the first.
 */
const FORMULA = String.raw`['" ]*[=+\-@＝＋－＠]`
const AT = String.raw`(^|[;|\t\r\n])`

/** Puts an apostrophe before each formula, and before a line break or tab at the beginning, which programs skip. */
export const guardFormulas = (text: string): string =>
  text.replace(new RegExp(`${AT}(${FORMULA})`, 'g'), "$1'$2").replace(/^(?='*[\t\r\n])/, "'")

/** Takes it off again. */
export const unguardFormulas = (text: string): string =>
  text.replace(/^'(?='*[\t\r\n])/, '').replace(new RegExp(`${AT}'(${FORMULA})`, 'g'), '$1$2')

/**
 * Writes the declaration as CSV (RFC 4180: commas, CRLF, quotes where needed), one row for each item. What a
 * spreadsheet would run as a formula gets an apostrophe in front; `fromCsv` takes it off again.
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
  const guarded = guardFormulas(text)
  return /[",;|\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
