import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Consent } from '../../../src/api/consent.js'
import { createConsent } from '../../../src/create-consent.js'
import type { Categories } from '../../../src/model/categories.js'

let consent: Consent | undefined
const visit = (categories: Categories, act: (consent: Consent) => unknown = () => {}): Consent => {
  consent?.destroy()
  consent = createConsent({ categories }) as unknown as Consent
  consent.start()
  act(consent)
  return consent
}

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => {
  consent?.destroy()
  document.cookie = 'askfirst=; max-age=0; path=/'
})

const shop = { necessary: { required: true }, statistics: {}, ads: { services: { pixel: {}, shared: {} } } }
const blog = {
  necessary: { required: true },
  statistics: {},
  comments: {},
  ads: { services: { shared: {} } },
}

describe('two sites that share a cookie and have other names', () => {
  test('do not ask in turns: each keeps the answers of the other', () => {
    visit(shop, (it) => it.rejectAll())
    expect(visit(blog).status).toBe('undecided')
    consent?.acceptAll()
    const back = visit(shop)
    expect([back.status, back.isGranted('ads')]).toEqual(['decided', true])
    expect(visit(blog).status).toBe('decided')
  })

  test('grant nothing that is no name of theirs', () => {
    visit(shop, (it) => it.acceptAll())
    const it = visit({ statistics: {}, comments: {} }, (blog) => blog.rejectAll())
    expect(it.record?.choices).toMatchObject({ ads: true })
    expect([it.isGranted('ads'), it.isGranted('ads.pixel')]).toEqual([false, false])
  })

  test('keep no grant of a service whose category they refuse', () => {
    visit(shop, (it) => it.save({ ads: false, 'ads.pixel': true }))
    expect(consent?.isGranted('ads.pixel')).toBe(true)
    visit(blog, (it) => it.rejectAll())
    expect(visit(shop).isGranted('ads.pixel')).toBe(false)
  })

  test('keep a refusal of a service that only the other one has', () => {
    visit(shop, (it) => it.save({ ads: true, 'ads.pixel': false }))
    visit(blog, (it) => it.acceptAll())
    expect([visit(shop).isGranted('ads'), consent?.isGranted('ads.pixel')]).toEqual([true, false])
  })

  test('keep forty names and no more', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`c${index}`, {}]))
    visit(many, (it) => it.acceptAll())
    const { record } = visit({ mine: {} }, (it) => it.rejectAll())
    expect(Object.keys(record?.choices ?? {})).toHaveLength(41)
  })
})

test('a value that is cut off anywhere grants nothing that was refused, whatever the order of the categories', () => {
  const names = ['ads', 'ad', 'a']
  const categories = Object.fromEntries(names.map((name) => [name, {}]))
  for (let bits = 0; bits < 8; bits++) {
    const choices = Object.fromEntries(names.map((name, index) => [name, Boolean(bits & (1 << index))]))
    visit(categories, (it) => it.save(choices))
    const value = document.cookie.replace('askfirst=', '')
    for (let length = 0; length < value.length; length++) {
      consent?.destroy()
      document.cookie = 'askfirst=; max-age=0; path=/'
      document.cookie = `askfirst=${value.slice(0, length)}; path=/`
      const it = visit(categories)
      for (const name of names) if (!choices[name]) expect(it.isGranted(name)).toBe(false)
    }
  }
})
