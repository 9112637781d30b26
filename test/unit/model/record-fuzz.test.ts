import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesOf } from '../../../src/model/decision.js'
import { type ConsentRecord, decodeRecord, encodeRecord } from '../../../src/model/record.js'
import { resolveSettings } from '../../../src/model/resolve-settings.js'

const RUNS = 10_000

const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/), { minLength: 1, maxLength: 6 })

/** A record as the library writes it: of some site's categories and services, some of them granted. */
const records: fc.Arbitrary<ConsentRecord> = fc
  .record({
    id: fc.stringMatching(/^[\w-]{16}$/),
    decidedAt: fc.integer({ min: 0, max: 36 ** 7 - 1 }).map((seconds) => new Date(seconds * 1000)),
    policy: fc.stringMatching(/^[\w.~-]{0,10}$/),
    source: fc.constantFrom('banner', 'preferences', 'api', 'page', 'import'),
    site: fc.tuple(names, names, fc.infiniteStream(fc.boolean())),
  })
  .map(({ site: [categories, services, answers], ...rest }) => {
    const options = resolveSettings({
      categories: Object.fromEntries(
        categories.map((key) => [key, { services: Object.fromEntries(services.map((name) => [name, {}])) }]),
      ),
    })
    const all = categories.flatMap((key) => [key, ...services.map((name) => `${key}.${name}`)])
    const granted = new Set(all.filter(() => answers.next().value))
    return { ...rest, choices: choicesOf(options, granted) }
  })

const written = records.map(encodeRecord)

/** What has been seen to happen to values of cookies on their way through servers, proxies and scripts. */
const damages: { readonly [what: string]: (value: string) => fc.Arbitrary<string> } = {
  'percent encoding': (value) => fc.constant(encodeURIComponent(value)),
  'percent encoding twice': (value) => fc.constant(encodeURIComponent(encodeURIComponent(value))),
  quotes: (value) => fc.constantFrom(`"${value}"`, `'${value}'`, `"${value}`, `${value}"`),
  'backslashes before its marks': (value) => fc.constant(value.replace(/[:~.-]/g, '\\$&')),
  'backslashes and quotes': (value) => fc.constant(JSON.stringify(JSON.stringify(value))),
  'white space': (value) =>
    fc
      .constantFrom(' ', '\t', '\n', '\r\n', '\0', '\u00a0', '\ufeff')
      .chain((it) => fc.constantFrom(it + value, value + it)),
  'itself behind it': (value) =>
    fc.constantFrom('', ',', ', ', ';', ':', '|').map((mark) => `${value}${mark}${value}`),
  'a letter that is not ASCII': (value) =>
    fc
      .tuple(
        fc.nat({ max: value.length }),
        fc.constantFrom('é', 'ß', '日', '😀', '\ud800', '\u202e', '\u017f', '\u212a'),
      )
      .map(([at, letter]) => value.slice(0, at) + letter + value.slice(at)),
}

describe('values of the cookie that nobody meant', () => {
  test('are no choice or a whole one, never an exception', { timeout: 60_000 }, () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ maxLength: 200 }).map((text) => `1:${text}`),
      written.chain((value) =>
        fc.array(fc.constantFrom(...value), { maxLength: 120 }).map((parts) => parts.join('')),
      ),
      fc
        .tuple(written, fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }))
        .map(
          ([value, at, text]) => value.slice(0, at % value.length) + text + value.slice(at % value.length),
        ),
    )
    let count = 0
    fc.assert(
      fc.property(anything, (text) => {
        count++
        const found = decodeRecord(text)
        if (found) expect(decodeRecord(encodeRecord(found))).toEqual(found)
      }),
      { numRuns: RUNS },
    )
    expect(count).toBe(RUNS)
  })

  for (const [what, damage] of Object.entries(damages)) {
    test(`are no choice with ${what}`, () => {
      fc.assert(
        fc.property(written.chain(damage), (text) => {
          expect(decodeRecord(text)).toBeUndefined()
        }),
        { numRuns: RUNS / 10 },
      )
    })
  }
})

describe('records of any site', () => {
  test('are read back as they were written, in characters that no server rewrites', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(records, (record) => {
        const value = encodeRecord(record)
        expect(value).toMatch(/^[A-Za-z0-9_.~:-]*$/)
        expect(decodeRecord(value)).toEqual({ ...record, choices: { ...record.choices } })
      }),
      { numRuns: RUNS / 5 },
    )
  })

  test('never grant what they refused when they are cut off anywhere', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(records, (record) => {
        const value = encodeRecord(record)
        const { choices } = record
        const names = Object.keys(choices)
        for (let length = 0; length < value.length; length++) {
          const found = decodeRecord(value.slice(0, length))?.choices ?? {}
          for (const [name, granted] of Object.entries(found)) {
            // The limit of docs/guarantees.md: a name that is the beginning of another one before it.
            const before = names.slice(0, names.indexOf(name))
            if (granted && names.includes(name) && !before.some((it) => it.startsWith(name))) {
              expect(choices[name]).toBe(true)
            }
          }
        }
      }),
      { numRuns: RUNS / 20 },
    )
  })
})
