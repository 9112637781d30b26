import { receiptFields } from './receipt-fields.mjs'

const columns = ['seq', ...receiptFields, 'received']
const pick = (receipt) => Object.fromEntries(columns.map((column) => [column, receipt[column]]))

/**
 * RFC 4180. What a spreadsheet would take for a formula is given a quote before it: also behind a semicolon, tab, bar
 * or line break, where programs of other countries begin a cell, quotation marks or not.
 */
function cell(value) {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = text
    .replace(/^(?=[\t\r])/, "'")
    .replace(/(^|[;\t|\r\n])(["'\s]*)(?=[=+\-@＝＋－＠])/g, "$1$2'")
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const formats = {
  ndjson: {
    type: 'application/x-ndjson; charset=utf-8',
    head: '',
    write: (receipt) => `${JSON.stringify(pick(receipt))}\n`,
  },
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    head: `${columns.join(',')}\r\n`,
    write: (receipt) => `${columns.map((column) => cell(receipt[column])).join(',')}\r\n`,
  },
}

/** All receipts of a time, page by page: no export is held in memory. */
export async function* exportReceipts(store, { format, from, to, after = 0, limit = 1000 }) {
  const { head, write } = formats[format]
  yield head
  for (let seq = after; ; ) {
    const page = await store.page({ after: seq, from, to, limit })
    yield page.map(write).join('')
    if (page.length < limit) return
    seq = page.at(-1).seq
  }
}
