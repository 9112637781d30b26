/**
 * Writes the open data that `askfirst audit` takes its suggestions from:
 *
 *   node scripts/audit-data.mjs <open-cookie-database.csv> <its LICENSE>
 *
 * The CSV is the Open Cookie Database (https://github.com/jkwakman/Open-Cookie-Database, Apache-2.0); the hosts are those of the
 * package third-party-web (MIT), which is a development dependency. Only names, vendors, categories, retention and
 * privacy pages are taken: descriptions would triple the size.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import process from 'node:process'

const [csv, license] = process.argv.slice(2)
if (!csv || !license)
  throw new Error('Name the CSV and its LICENSE: node scripts/audit-data.mjs <csv> <LICENSE>')
const out = new URL('../src/audit/data/', import.meta.url)

/** RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes. */
function parseCsv(text) {
  const rows = [[]]
  let field = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (isQuoted) {
      if (char !== '"') field += char
      else if (text[at + 1] === '"') field += text[++at]
      else isQuoted = false
    } else if (char === '"') isQuoted = true
    else if (char === ',' || char === '\n') {
      rows.at(-1).push(field.trim())
      field = ''
      if (char === '\n') rows.push([])
    } else if (char !== '\r') field += char
  }
  if (field) rows.at(-1).push(field.trim())
  return rows.filter((row) => row.length > 1)
}

/** Its "Functional" means strictly necessary. */
const categories = {
  functional: 'necessary',
  necessary: 'necessary',
  security: 'necessary',
  personalization: 'preferences',
  analytics: 'statistics',
  marketing: 'marketing',
}

const pool = () => {
  const list = []
  const places = new Map()
  return {
    list,
    place(value) {
      const key = JSON.stringify(value)
      if (!places.has(key)) places.set(key, list.push(value) - 1)
      return places.get(key)
    },
  }
}

const vendors = pool()
const kinds = pool()
const periods = pool()
const rows = new Map()
for (const [, platform, category, name, domain, , retention, , privacy, wildcard] of parseCsv(
  await readFile(csv, 'utf8'),
).slice(1)) {
  const kind = categories[category?.toLowerCase()]
  if (!kind || !name) continue
  const host = domain?.match(/[a-z0-9-]+(\.[a-z0-9-]+)+/i)?.[0]?.toLowerCase() ?? ''
  const policy = /^https?:\/\/\S+$/.test(privacy ?? '') ? privacy : ''
  const row = [
    name,
    wildcard === '1' ? 1 : 0,
    vendors.place([platform, policy]),
    kinds.place(kind),
    periods.place(retention ?? ''),
    host,
  ]
  rows.set(JSON.stringify(row), row)
}
const cookies = {
  vendors: vendors.list,
  categories: kinds.list,
  periods: periods.list,
  rows: [...rows.values()],
}
await writeFile(new URL('open-cookie-database.json', out), `${JSON.stringify(cookies)}\n`)

const require = createRequire(import.meta.url)
const { entities } = require('third-party-web/httparchive-nostats-subset')
const groups = pool()
const hosts = entities.map((entity) => [
  entity.name,
  groups.place(entity.category ?? entity.categories[0]),
  entity.domains.join(' '),
])
await writeFile(
  new URL('third-party-web.json', out),
  `${JSON.stringify({ categories: groups.list, entities: hosts })}\n`,
)

const mit = await readFile(
  require.resolve('third-party-web/package.json').replace('package.json', 'LICENSE'),
  'utf8',
)
const tldts = await readFile(require.resolve('tldts/package.json').replace('package.json', 'LICENSE'), 'utf8')
await writeFile(new URL('LICENSE-open-cookie-database', out), await readFile(license, 'utf8'))
await writeFile(new URL('LICENSE-third-party-web', out), mit)
await writeFile(new URL('LICENSE-tldts', out), tldts)
const version = (name) => require(`${name}/package.json`).version
await writeFile(
  new URL('NOTICE', out),
  `The command "askfirst audit" contains, in this folder:

open-cookie-database.json: a subset (names, vendors, categories, retention, privacy pages; descriptions left out) of the
  Open Cookie Database, https://github.com/jkwakman/Open-Cookie-Database, commit 0ee5a17 of 2026-01-21.
  Licensed under the Apache License 2.0: LICENSE-open-cookie-database. Changed: turned into a compact JSON form.
third-party-web.json: names, categories and domains of third-party-web ${version('third-party-web')},
  https://github.com/patrickhulce/third-party-web. Licensed under the MIT License: LICENSE-third-party-web.

In its code: tldts ${version('tldts')}, https://github.com/remusao/tldts, MIT License (LICENSE-tldts), with the Public Suffix List,
  https://publicsuffix.org, Mozilla Public License 2.0.
`,
)
console.log(`${cookies.rows.length} names, ${hosts.length} entities`)
