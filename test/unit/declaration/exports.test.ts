import { expect, test } from 'vitest'
import {
  exportDeclaration,
  fromCsv,
  toCategories,
  toCsv,
  toMarkdown,
} from '../../../src/declaration/index.js'
import fr from '../../../src/locales/fr.js'
import { options } from './options.js'

const necessary = { necessary: { required: true } }

test('CSV and back is the same list', () => {
  const language = { locale: 'fr', strings: fr }
  expect(fromCsv(toCsv(options, language))).toEqual(exportDeclaration(options, language).items)
})

test('JSON and back is the same declaration', () => {
  const exported = exportDeclaration(options)
  expect(JSON.parse(JSON.stringify(exported))).toEqual(exported)
  expect(exported.policy).toEqual({ version: '2024-10-01', url: '/cookies' })
})

test('rows become options again, and those give the same rows', () => {
  const { items } = exportDeclaration(options)
  const categories = toCategories(items, necessary)
  expect(exportDeclaration({ categories }).items).toEqual(items)
})

test('what has commas, quotes, line breaks or a formula survives, and no cell begins as a formula', () => {
  const purposes = [
    'a,b',
    'say "no"',
    'two\r\nlines',
    'two\nlines',
    '=1+1',
    '+1',
    '-1',
    '@x',
    "'=1",
    "'plain",
    '\ttab',
    ' ',
    '""',
    '＝1',
    'a;=1',
    "a;'=1",
    'a; "=1',
    'a\t@x',
    'a|+1',
    'a\n-1',
    ';;=1',
    '\t=1',
    "\n'=1",
    "' =1",
    "a;' =1",
    'a,=1',
    'one; two - three',
  ]
  const cookies = purposes.map((purpose, at) => ({ name: `c${at}`, purpose }))
  const csv = toCsv({ categories: { necessary: { required: true, cookies } } })
  expect(
    fromCsv(csv)
      .slice(0, purposes.length)
      .map(({ purpose }) => purpose),
  ).toEqual(purposes)
  for (const cell of csv.split(/[\r\n]+|,(?!=1)/)) expect(cell).not.toMatch(/^"?[=+\-@\t＝]/)
  // As programs read it that do not know the comma for a separator: quotation marks are a part of the text.
  for (const cell of csv.split(/[;|\t\r\n]/)) expect(cell).not.toMatch(/^[" ]*[=+\-@＝]/)
})

test('the columns are the usual ones and lines end as RFC 4180 says', () => {
  const csv = toCsv(options)
  expect(csv.split('\r\n')[0]).toBe(
    'name,label,provider,domain,path,category,service,purpose,duration,type,party,persistence,policyUrl',
  )
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('lists of others are read by their headings, in any order', () => {
  const csv =
    '\uFEFFID,Platform,Category,Cookie / Data Key name,Domain,Description,Retention period\n1,Example,Analytics,_ga,,"Counts, roughly",2 years\n'
  expect(fromCsv(csv)).toMatchObject([
    {
      name: '_ga',
      provider: 'Example',
      category: 'Analytics',
      purpose: 'Counts, roughly',
      duration: '2 years',
      persistence: 'persistent',
    },
  ])
  expect(fromCsv('Cookie,Duration\na,session')).toMatchObject([
    { name: 'a', persistence: 'session', kind: 'cookie' },
  ])
})

test('the separators of other countries are read', () => {
  for (const mark of [';', '\t'])
    for (const start of ['', `sep=${mark}\r\n`, '\uFEFF'])
      expect(fromCsv(`${start}name${mark}purpose\r\na${mark}"b${mark} c, d"\r\n`)).toMatchObject([
        { name: 'a', purpose: `b${mark} c, d` },
      ])
})

test('the line ends of every system are read', () => {
  for (const end of ['\r\n', '\n', '\r'])
    expect(fromCsv(['name,purpose', 'a,b', '"c","d, e"', ''].join(end))).toMatchObject([
      { name: 'a', purpose: 'b' },
      { name: 'c', purpose: 'd, e' },
    ])
})

test('a RegExp with escaped characters is exported as a name that means the same', () => {
  const categories = { statistics: { cookies: [{ name: /^shop\.id$/ }] } }
  const [item] = fromCsv(toCsv({ categories })).filter(({ category }) => category === 'statistics')
  expect(item?.name).toBe('shop.id')
})

test('a list without names is refused with a cure', () => {
  expect(() => fromCsv('a,b\n1,2')).toThrow(
    '[askfirst] csv: no column holds the names. Call one of them "name"',
  )
})

/** What a reader of GitHub's Markdown sees in a table, cell by cell. */
const readTables = (markdown: string) =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .slice(2, -2)
        .split(/ (?<!\\)\| /)
        .map((cell) =>
          cell
            .replace(/\[(.*?)\]\(<.*?>\)/g, '$1')
            .replace(/(?<!\\)`/g, '')
            .replace(/\\(.)/g, '$1'),
        ),
    )

test('Markdown says what the tables say', () => {
  const rows = readTables(toMarkdown(options, { show: ['cookies'] }))
  expect(rows).toContainEqual([
    'Visitor _ga',
    'Tells visitors apart.',
    'Example Inc. Privacy policy',
    '13 months',
    'Cookie',
    'This site',
  ])
  const names = rows.map(([name]) => name?.split(' ').at(-1)).filter((name) => name !== 'Name')
  expect(names).toEqual(exportDeclaration(options).items.map(({ name }) => name))
})

test('nothing in Markdown breaks out of its cell', () => {
  const cookies = [
    {
      name: 'a`b|c',
      purpose: 'x | y\n<img src=x> [z](javascript:1) *b* $5 or $6',
      policyUrl: 'https://e.example/a|b>',
    },
  ]
  const markdown = toMarkdown(
    { categories: { necessary: { required: true, cookies } } },
    { show: ['cookies'] },
  )
  const row = markdown.split('\n').find((line) => line.includes('x '))
  expect(row?.split(/(?<!\\)\|/)).toHaveLength(8)
  expect(row).toContain('`` a`b\\|c ``')
  expect(row).toContain('\\<img src=x\\>')
  expect(row).toContain('\\$5 or \\$6')
  expect(row).toContain('(<https://e.example/a%7Cb%3E>)')
})

test('a name with backslashes, pipes and line breaks stays one cell of one row', () => {
  // As GitHub's parser cuts rows: a backslash takes the punctuation behind it along, `|` alone ends a cell.
  const cells = (line = '') => line.match(/(?:\\[\\|]|[^|])+/g)?.length
  for (const name of ['a\\|b', 'a\\\\|b', '|', 'a\nb', '\\']) {
    const categories = { necessary: { required: true, cookies: [{ name, purpose: 'marked' }] } }
    const lines = toMarkdown({ categories }, { show: ['cookies'] }).split('\n')
    const row = lines.find((line) => line.includes('marked'))
    expect(cells(row), row).toBe(cells(lines.find((line) => line.includes('Name'))))
  }
})

test('a backslash at the end of an address does not open its brackets', () => {
  const cookies = [{ name: 'a', policyUrl: 'https://e.example/\\' }]
  const markdown = toMarkdown({ categories: { necessary: { required: true, cookies } } })
  expect(markdown).toContain('(<https://e.example/%5C>)')
})
