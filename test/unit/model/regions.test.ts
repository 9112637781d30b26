import { describe, expect, test } from 'vitest'
import type { Options } from '../../../src/api/options.js'
import type { Categories } from '../../../src/model/categories.js'
import { resolveSettings } from '../../../src/model/resolve-settings.js'

const options: Options<Categories> = {
  categories: { necessary: { required: true }, statistics: {}, marketing: { model: 'opt-out' } },
  banner: { layout: 'bar', theme: 'dark' },
  texts: { title: 'Base', text: 'Base' },
  regions: {
    US: {
      categories: { statistics: { model: 'opt-out' } },
      banner: { layout: 'box' },
      texts: { title: 'US' },
    },
    'US-CA': { categories: { statistics: { model: 'exempt' } } },
    FR: { categories: { marketing: { model: 'opt-in' } } },
  },
}

const modelsIn = (region: unknown, given: Options<Categories> = options) => {
  const { categories } = resolveSettings({ ...given, region } as never)
  return [categories.statistics?.model, categories.marketing?.model]
}

describe('a region', () => {
  test('takes the changes of its own code, else of its country, else none', () => {
    expect(modelsIn('US-CA')).toEqual(['exempt', 'opt-out'])
    expect(modelsIn('US-NY')).toEqual(['opt-out', 'opt-out'])
    expect(modelsIn('us')).toEqual(['opt-out', 'opt-out'])
    expect(modelsIn('BR')).toEqual(['opt-in', 'opt-out'])
  })

  test.each([
    undefined,
    null,
    '',
    'XX',
    'ZZ',
    'T1',
    'USA',
    'US_CA',
    'US-CALI',
    'California',
    4,
    {},
    'constructor',
  ])('that is %j means the strictest model of each category', (region) => {
    expect(modelsIn(region)).toEqual(['opt-in', 'opt-in'])
  })

  test('changes banner and texts, and nothing else', () => {
    const given = {
      ...options,
      region: 'US',
      regions: {
        US: { ...options.regions?.US, cookie: { days: 9000 }, reload: 'never', policy: { version: 7 } },
      },
    } as never
    const { banner, texts, cookie, reload, policy } = resolveSettings(given)
    expect(banner).toEqual({ layout: 'box', theme: 'dark' })
    expect(texts).toEqual({ title: 'US', text: 'Base' })
    expect([cookie.days, reload, policy.version]).toEqual([182, 'auto', ''])
  })

  test('that is unknown leaves banner and texts as they are', () => {
    expect(resolveSettings(options).banner).toEqual({ layout: 'bar', theme: 'dark' })
  })

  test('makes nothing required, and a model that is none is opt-in', () => {
    const regions = {
      US: { categories: { statistics: { required: true, model: 'optout' }, necessary: { model: 'opt-in' } } },
    }
    const { categories } = resolveSettings({ ...options, region: 'US', regions } as never)
    expect(categories.statistics).toMatchObject({ required: false, model: 'opt-in' })
    expect(categories.necessary?.required).toBe(true)
  })

  test('is of no matter where no changes are given', () => {
    const given = { categories: { statistics: { model: 'exempt' }, marketing: {} } } as never
    expect(modelsIn(undefined, given)).toEqual(['exempt', 'opt-in'])
  })
})
