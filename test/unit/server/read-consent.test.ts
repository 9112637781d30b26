import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Options } from '../../../src/api/options.js'
import { createConsent } from '../../../src/create-consent.js'
import type { Categories } from '../../../src/model/categories.js'
import { namesOf } from '../../../src/model/names.js'
import { type ConsentRecord, encodeRecord } from '../../../src/model/record.js'
import { resolveSettings } from '../../../src/model/resolve-settings.js'
import { readConsent } from '../../../src/server/read-consent.js'

const day = 86_400_000
const record: ConsentRecord = {
  id: 'q3fj8klmn0pqw1xz',
  decidedAt: new Date(Math.floor(Date.now() / 1000) * 1000 - 10 * day),
  policy: '2024-10-01',
  source: 'banner',
  choices: { preferences: true, statistics: true, marketing: false },
}
const value = encodeRecord(record)
const policy = { version: '2024-10-01' }
const named = (text: string) => `__Host-askfirst=${text}`

/** What the browser decides when `document.cookie` is `cookies`. */
function inBrowser(cookies: string, options: Options<Categories>) {
  vi.spyOn(document, 'cookie', 'get').mockReturnValue(cookies)
  const consent = createConsent(options)
  const names = namesOf(consent.options)
  const answers = { status: consent.status, record: consent.record, granted: names.filter(consent.isGranted) }
  consent.destroy()
  return answers
}

afterEach(() => vi.useRealTimers())

describe('the choice in a request', () => {
  test('is read from among other cookies', () => {
    const consent = readConsent(`theme=dark; ${named(value)}; lang=fr`, { policy })
    expect(consent).toMatchObject({
      status: 'decided',
      record,
      granted: ['necessary', 'preferences', 'statistics'],
    })
    expect(consent.isGranted('statistics')).toBe(true)
    expect(consent.isGranted('marketing')).toBe(false)
    expect(consent.isGranted('misspelt' as 'marketing')).toBe(false)
  })

  test.each([
    undefined,
    null,
    '',
    '__Host-askfirst',
    '__Host-askfirst=',
    '__Host-askfirst=%%%',
    `other=${value}`,
    `x__Host-askfirst=${value}`,
    // Every host of the same domain can set one of this name.
    `askfirst=${value}`,
  ])('is none in %j', (header) => {
    const consent = readConsent(header, { policy })
    expect(consent).toMatchObject({ status: 'undecided', record: undefined, granted: ['necessary'] })
    expect(consent.renewal).toBeUndefined()
  })

  test('is asked again under another policy while its answers hold', () => {
    const consent = readConsent(named(value), { policy: { version: 2 } })
    expect(consent).toMatchObject({ status: 'undecided' })
    expect(consent.isGranted('statistics')).toBe(true)
  })

  test('is the newest of twins', () => {
    const newer = { ...record, decidedAt: new Date(+record.decidedAt + 1000), choices: { statistics: false } }
    for (const twins of [
      [value, encodeRecord(newer)],
      [encodeRecord(newer), value],
    ]) {
      const header = twins.map(named).join('; ')
      expect(readConsent(header).record).toEqual(newer)
    }
  })
})

const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,3}$/)
const category = fc.record(
  {
    required: fc.constantFrom(true, false, undefined),
    model: fc.constantFrom('opt-in', 'opt-out', 'exempt', undefined),
    services: fc.option(fc.dictionary(name, fc.constant({}), { maxKeys: 3 }), { nil: undefined }),
  },
  { requiredKeys: [] },
)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const anyOptions = fc.record(
  {
    categories: optional(fc.dictionary(name, category, { minKeys: 1, maxKeys: 4 })),
    region: fc.constantFrom(undefined, 'US', 'US-CA', 'FR', 'XX', 'no'),
    regions: optional(
      fc.dictionary(
        fc.constantFrom('US', 'US-CA', 'DE'),
        fc.record({
          categories: fc.dictionary(
            name,
            fc.record({ model: fc.constantFrom('opt-in', 'opt-out', 'exempt') }),
          ),
        }),
      ),
    ),
    policy: optional(fc.record({ version: optional(fc.constantFrom('2024-10-01', 3, '3', '')) })),
    cookie: fc.record({
      // The page of these tests is on http.
      secure: fc.constant(false),
      name: optional(fc.constantFrom('askfirst', 'choice', 'x.y')),
      days: optional(fc.constantFrom(0.5, 30, 182, 365)),
    }),
  },
  { requiredKeys: ['cookie'] },
)

/** A `Cookie` header that belongs to the options: twins, old and broken values, other sites' cookies. */
function anyCookies({ categories, cookie }: Options<Categories>) {
  const names = Object.entries(categories ?? { preferences: {}, statistics: {}, marketing: {} }).flatMap(
    ([key, { services = {} }]) => [key, ...Object.keys(services).map((service) => `${key}.${service}`)],
  )
  const stored = fc
    .record({
      id: fc.constant('q3fj8klmn0pqw1xz'),
      decidedAt: fc.integer({ min: 0, max: 250 }).map((days) => new Date(Date.now() - days * day)),
      policy: fc.constantFrom('2024-10-01', '3', ''),
      source: fc.constant('banner'),
      choices: fc.dictionary(fc.oneof(fc.constantFrom(...names), name), fc.boolean(), { maxKeys: 6 }),
    })
    .map(encodeRecord)
  const any = fc.oneof(
    { weight: 4, arbitrary: stored },
    fc.tuple(stored, fc.nat(60)).map(([text, length]) => text.slice(0, length)),
    fc.stringMatching(/^[!-:<-~]{0,12}$/),
  )
  const pair = fc.tuple(fc.constantFrom(cookie?.name ?? 'askfirst', 'other', 'ask'), any)
  return fc.array(pair, { maxLength: 4 }).map((pairs) => pairs.map((it) => it.join('=')).join('; '))
}

test('the server decides as the browser does, whatever the options and cookies', { timeout: 60_000 }, () => {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
  let granting = 0
  fc.assert(
    fc.property(
      anyOptions.chain((options) => fc.tuple(fc.constant(options), anyCookies(options))),
      ([options, cookies]) => {
        const browser = inBrowser(cookies, options)
        const server = readConsent(cookies, options)
        expect({ status: server.status, record: server.record, granted: server.granted }).toEqual(browser)
        if (server.record && server.granted.length > 0) granting++
      },
    ),
    { numRuns: 3_000 },
  )
  // Comparing nothing with nothing would show nothing.
  expect(granting).toBeGreaterThan(300)
})

describe('the renewal', () => {
  const attributes = (options: Options<Categories>) =>
    readConsent(`${resolveSettings(options).cookie.name}=${value}`, options).renewal?.split(';')

  test('keeps the value and the end that the choice has had from the beginning', () => {
    expect(attributes({})).toEqual([
      named(value),
      'path=/',
      `expires=${new Date(+record.decidedAt + 182 * day).toUTCString()}`,
      'samesite=Lax',
      'secure',
    ])
    vi.useFakeTimers({ now: Date.now() + 100 * day, toFake: ['Date'] })
    expect(attributes({})).toContain(`expires=${new Date(+record.decidedAt + 182 * day).toUTCString()}`)
  })

  test('has the attributes of the options', () => {
    const cookie = {
      name: 'choice',
      domain: 'shop.test',
      path: '/shop',
      days: 30,
      sameSite: 'Strict',
      secure: false,
    } as const
    expect(attributes({ cookie })).toEqual([
      `choice=${value}`,
      'path=/shop',
      `expires=${new Date(+record.decidedAt + 30 * day).toUTCString()}`,
      'samesite=Strict',
      'domain=shop.test',
    ])
  })

  test('is none once the choice has ended', () => {
    expect(readConsent(named(value), { cookie: { days: 9 } }).renewal).toBeUndefined()
    expect(readConsent(named(value), { cookie: { days: 11 } }).renewal).toContain(value)
  })
})

test.each([
  { name: 'a=b; httponly' },
  { path: '/;domain=shop.test' },
  { domain: 'shop.test;path=/' },
  { sameSite: 'None; secure' },
  { days: 0 },
])('the server takes no cookie option that the page would not take: %j', (cookie) => {
  const options = { cookie } as never
  expect(() => readConsent('', options)).toThrow(/^\[askfirst\] cookie\./)
  expect(() => createConsent(options)).toThrow(/^\[askfirst\] cookie\./)
})

test('a partitioned cookie is renewed as one', () => {
  const cookie = { partitioned: true, sameSite: 'None' } as const
  expect(readConsent(named(value), { cookie }).renewal).toMatch(/;samesite=None;secure;partitioned$/)
})
