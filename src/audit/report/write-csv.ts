import type { AuditResult } from './result.js'

/** RFC 4180, and no cell that a spreadsheet would run: a name comes from the site. */
function cell(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const head = [
  'what',
  'name',
  'domain',
  'party',
  'lifetime in days',
  'seen',
  'written or caused by',
  'declared',
  'category',
  'suggestion',
  'certainty',
  'pages',
]

/** One line for each item and each host. */
export function writeCsv({ storage, requests }: AuditResult): string {
  const rows = [
    head,
    ...storage.map((item) => [
      item.kind,
      item.name,
      item.domain,
      item.party,
      item.lifetime,
      item.seen.join(' '),
      item.writer?.url,
      item.declared,
      item.category,
      item.suggestion?.vendor,
      item.suggestion?.certainty,
      item.pages.length,
    ]),
    ...requests.map((asked) => [
      'request',
      asked.type.join(' '),
      asked.host,
      asked.party,
      '',
      asked.seen.join(' '),
      asked.initiator[0],
      '',
      asked.category,
      asked.suggestion?.vendor,
      asked.suggestion?.certainty,
      asked.pages.length,
    ]),
  ]
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
