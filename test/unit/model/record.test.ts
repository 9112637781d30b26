import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type ConsentRecord, decodeRecord, encodeRecord, newestOf } from '../../../src/model/record.js'

const value =
  '1:2024-10-01:t5k2zq:Vq3fJ8kLmN0pQw1x:preferences:preferences~statistics~-marketing~marketing.youtube'
const record: ConsentRecord = {
  id: 'Vq3fJ8kLmN0pQw1x',
  decidedAt: new Date(Number.parseInt('t5k2zq', 36) * 1000),
  policy: '2024-10-01',
  source: 'preferences',
  choices: { preferences: true, statistics: true, marketing: false, 'marketing.youtube': true },
}

describe('the record in the cookie', () => {
  test('is written in the documented format', () => {
    expect(encodeRecord(record)).toBe(value)
  })

  test('is read back as it was written', () => {
    expect(decodeRecord(value)).toEqual(record)
    expect(decodeRecord(encodeRecord({ ...record, policy: '', choices: {} }))).toMatchObject({ policy: '' })
  })

  test.each([
    ['nothing', ''],
    ['a version of the future', value.replace('1:', '2:')],
    ['percent encoding', encodeURIComponent(value)],
    ['double encoding', encodeURIComponent(encodeURIComponent(value))],
    ['quotes', `"${value}"`],
    ['backslashes', value.replaceAll(':', '\\:')],
    ['white space', ` ${value}`],
    ['no id', value.replace('Vq3fJ8kLmN0pQw1x', '')],
    ['no time', value.replace('t5k2zq', '')],
    ['a time beyond all calendars', value.replace('t5k2zq', 'zzzzzzzzz')],
    ['an empty name', value.replace('statistics', '')],
    ['a lone dash', value.replace('-marketing', '-')],
    ['a name said twice', `${value}~preferences`],
    ['another banner’s JSON', '{"categories":["necessary"],"revision":1}'],
    ['a capital letter', value.replace('statistics', 'Statistics')],
  ])('is no choice when it has %s', (_, broken) => {
    expect(decodeRecord(broken)).toBeUndefined()
  })

  test('never grants what was refused when it is cut off anywhere', () => {
    for (let length = 0; length < value.length; length++) {
      expect(decodeRecord(value.slice(0, length))?.choices.marketing ?? false).toBe(false)
    }
  })

  test('keeps to characters that no server rewrites', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/)
    const records = fc.record({
      id: fc.stringMatching(/^[a-z0-9]{16}$/),
      decidedAt: fc.date({ min: new Date(0), max: new Date('2400-01-01'), noInvalidDate: true }),
      policy: fc.stringMatching(/^[\w.~-]{0,10}$/),
      source: fc.constantFrom('banner', 'preferences', 'api'),
      choices: fc.dictionary(name, fc.boolean()),
    })
    fc.assert(
      fc.property(records, (it) => {
        expect(encodeRecord(it)).toMatch(/^[A-Za-z0-9_.~:-]*$/)
        expect(decodeRecord(encodeRecord(it))?.choices).toEqual({ ...it.choices })
      }),
    )
  })
})

describe('of several records', () => {
  const written = (id: string, ago: number, choices: ConsentRecord['choices']) =>
    encodeRecord({ ...record, id, decidedAt: new Date(Date.now() - ago), choices })
  const newest = (...values: string[]) => decodeRecord(newestOf(values, 182))?.id

  test('the newest holds', () => {
    const values = [
      written('a', 5000, { marketing: false }),
      written('b', 1000, { marketing: true }),
    ] as const
    expect([newest(...values), newest(values[1], values[0])]).toEqual(['b', 'b'])
  })

  test('of one second the one that grants less holds, and of such that grant as much the same one everywhere', () => {
    vi.useFakeTimers()
    const grant = written('a', 0, { statistics: true, marketing: true })
    const one = written('b', 0, { statistics: true, marketing: false })
    const other = written('c', 0, { statistics: false, marketing: true })
    expect([newest(grant, one), newest(one, grant)]).toEqual(['b', 'b'])
    expect(newest(one, other)).toBe(newest(other, one))
    vi.useRealTimers()
  })
})
