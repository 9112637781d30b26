import { afterEach, describe, expect, test } from 'vitest'
import type { Options } from '../../../src/api/options.js'
import type { Categories } from '../../../src/model/categories.js'
import { resolveSettings } from '../../../src/model/resolve-settings.js'
import type { CookieOptions } from '../../../src/model/settings.js'

describe('options', () => {
  test('have defaults for everything', () => {
    expect(resolveSettings({})).toMatchObject({
      policy: { version: '' },
      cookie: { name: '__Host-askfirst', path: '/', days: 182, sameSite: 'Lax', secure: true },
      reload: 'auto',
      scriptTimeout: 10_000,
    })
    expect(Object.keys(resolveSettings({}).categories)).toEqual([
      'necessary',
      'preferences',
      'statistics',
      'marketing',
    ])
  })

  test('that are undefined do not hide a default', () => {
    const { scriptTimeout, cookie } = resolveSettings({
      scriptTimeout: undefined,
      cookie: { name: undefined },
    })
    expect([scriptTimeout, cookie.name]).toEqual([10_000, '__Host-askfirst'])
  })

  test('that a file leaves empty do not hide one either', () => {
    const empty = {
      categories: { ads: null, other: { services: null, cookies: null } },
      reload: null,
    } as never
    const { categories, reload } = resolveSettings(empty)
    expect(Object.values(categories)).toEqual(
      Array(2).fill({ required: false, services: {}, cookies: [], model: 'opt-in' }),
    )
    expect(reload).toBe('auto')
  })

  test('take a policy version as a number or a date', () => {
    expect(resolveSettings({ policy: { version: 3 } }).policy.version).toBe('3')
    expect(resolveSettings({ policy: { version: '2024-10-01' } }).policy.version).toBe('2024-10-01')
  })

  test.each<[string, RegExp, Options<Categories>]>([
    ['no category', /categories.*one category or more/, { categories: {} }],
    ['a category that is no name', /categories.*"Ads".*a–z/, { categories: { Ads: {} } }],
    [
      'a category that every object has',
      /categories.*"constructor"/,
      { categories: { constructor: {} } as never },
    ],
    ['a reload of another kind', /reload.*"false".*never/, { reload: false as never }],
    [
      'a service that is no name',
      /categories.*"you tube"/,
      { categories: { ads: { services: { 'you tube': {} } } } },
    ],
    [
      'cookies that are no more than names',
      /cookies\.name.*"undefined"/,
      { categories: { ads: { cookies: ['_ga'] } } } as never,
    ],
    [
      'cookies of a service that are no more than names',
      /cookies\.name.*"undefined"/,
      { categories: { ads: { services: { maps: { cookies: ['NID'] } } } } } as never,
    ],
    ['a version that no cookie can hold', /policy\.version.*"1;2"/, { policy: { version: '1;2' } }],
    ['a cookie name that servers trip over', /cookie\.name.*"my cookie"/, { cookie: { name: 'my cookie' } }],
    ['a choice kept for no time', /cookie\.days.*above 0/, { cookie: { days: 0 } }],
    ['days that are no number', /cookie\.days/, { cookie: { days: Number.NaN } }],
    ['days without an end', /cookie\.days/, { cookie: { days: Number.POSITIVE_INFINITY } }],
    ['a path that begins another attribute', /cookie\.path.*without ;/, { cookie: { path: '/a;domain=b' } }],
    ['a domain that does', /cookie\.domain.*host name/, { cookie: { domain: 'b;path=/' } }],
    ['another sameSite', /cookie\.sameSite.*Lax/, { cookie: { sameSite: 'none; x' as never } }],
  ])('with %s throw an error that names the option and the cure', (_, message, options) => {
    expect(() => resolveSettings(options)).toThrow(message)
    expect(() => resolveSettings(options)).toThrow(/^\[askfirst\] .*\. Use .*\.$/)
  })
})

describe('the name of the cookie', () => {
  const nameOf = (cookie: CookieOptions, isHttps = true) => resolveSettings({ cookie }, isHttps).cookie.name

  test('has the prefix __Host- where no other host can then set it', () => {
    expect(nameOf({})).toBe('__Host-askfirst')
    expect(nameOf({ name: 'choice', secure: true })).toBe('__Host-choice')
  })

  test.each<[string, CookieOptions, boolean?]>([
    ['a page on http', {}, false],
    ['a page on http that says secure', { secure: true }, false],
    ['a domain', { domain: 'shop.test' }],
    ['a path', { path: '/shop' }],
    ['a cookie that is not Secure', { secure: false }],
    ['the option off', { prefix: false }],
  ])('has none with %s', (_, cookie, isHttps) => {
    expect(nameOf(cookie, isHttps)).toBe('askfirst')
  })

  test('keeps a prefix that the site has written itself', () => {
    expect(nameOf({ name: '__Host-choice' })).toBe('__Host-choice')
    expect(nameOf({ name: '__Secure-choice' })).toBe('__Secure-choice')
  })
})

describe('scriptTimeout', () => {
  test.each([5000, '5000', 1])('takes %j', (scriptTimeout) => {
    expect(resolveSettings({ scriptTimeout } as never).scriptTimeout).toBe(Number(scriptTimeout))
  })

  test.each(['10s', 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, {}])(
    'falls back to ten seconds for %j',
    (scriptTimeout) => {
      expect(resolveSettings({ scriptTimeout } as never).scriptTimeout).toBe(10_000)
    },
  )
})

describe('on a page that has put names on Object.prototype', () => {
  const prototype = Object.prototype as Record<string, unknown>
  const names = ['marketing', 'required', 'model', 'services', 'domain', 'statistics']
  afterEach(() => {
    for (const name of names) delete prototype[name]
  })

  test('options have their own properties alone', () => {
    prototype.marketing = true
    prototype.required = true
    prototype.model = 'exempt'
    prototype.domain = 'evil.test'
    const { categories, cookie } = resolveSettings({ categories: { statistics: {}, marketing: {} } })
    expect(Object.keys(categories)).toEqual(['statistics', 'marketing'])
    expect(categories.marketing).toMatchObject({ required: false, model: 'opt-in' })
    expect(cookie.domain).toBeUndefined()
    expect('required' in cookie).toBe(false)
  })
})
