import { describe, expect, test } from 'vitest'
import type { Options } from '../../../src/api/options.js'
import type { Categories } from '../../../src/model/categories.js'
import { resolveSettings } from '../../../src/model/resolve-settings.js'

describe('options', () => {
  test('have defaults for everything', () => {
    expect(resolveSettings({})).toMatchObject({
      policy: { version: '' },
      cookie: { name: 'askfirst', path: '/', days: 182 },
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
    expect([scriptTimeout, cookie.name]).toEqual([10_000, 'askfirst'])
  })

  test('that a file leaves empty do not hide one either', () => {
    const empty = {
      categories: { ads: null, other: { services: null, cookies: null } },
      reload: null,
    } as never
    const { categories, reload } = resolveSettings(empty)
    expect(Object.values(categories)).toEqual(Array(2).fill({ required: false, services: {}, cookies: [] }))
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
  ])('with %s throw an error that names the option and the cure', (_, message, options) => {
    expect(() => resolveSettings(options)).toThrow(message)
    expect(() => resolveSettings(options)).toThrow(/^\[askfirst\] .*\. Use .*\.$/)
  })
})
