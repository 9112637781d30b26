import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Consent } from '../../src/api/consent.js'
import { definePlugin } from '../../src/api/plugin.js'
import { createConsent } from '../../src/create-consent.js'
import { mountDeclaration } from '../../src/declaration/index.js'

let consent: Consent | undefined
const create = (options: object = {}): Consent => {
  consent = createConsent(options) as unknown as Consent
  return consent
}

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => {
  vi.unstubAllGlobals()
  consent?.destroy()
  document.cookie = 'askfirst=; max-age=0; path=/'
  document.documentElement.removeAttribute('data-consent')
})

const categories = {
  necessary: { required: true },
  statistics: {},
  marketing: { services: { video: {}, maps: {} } },
}

describe('a withdrawal', () => {
  test('of a service leaves its category and the other services', () => {
    const it = create({ categories })
    it.start()
    it.acceptAll()
    it.withdraw('marketing.video')
    expect(['marketing', 'marketing.video', 'marketing.maps'].map(it.isGranted)).toEqual([true, false, true])
    expect(it.record?.choices).toEqual({ statistics: true, marketing: true, 'marketing.video': false })
  })
})

describe('save', () => {
  test('ignores unknown names with a report, and decides what is left', () => {
    const it = create({ categories })
    const errors = vi.fn()
    it.on('error', errors)
    it.start()
    it.save({ statistcs: true, marketing: true })
    expect(errors.mock.calls[0]?.[0].message).toContain('"statistcs"')
    expect(it.record?.choices).toEqual({ statistics: false, marketing: true })
  })

  test('decides nothing where no name is known', () => {
    const it = create({ categories })
    it.start()
    expect(it.save({ statistcs: true })).toBeUndefined()
    expect([it.status, document.cookie]).toEqual(['undecided', ''])
    const record = it.rejectAll()
    expect(it.save({ statistcs: true })).toEqual(record)
  })
})

test('destroy puts back what a server had written on the root', () => {
  document.documentElement.dataset.consent = 'from the server'
  const it = create({ categories })
  it.start()
  expect(document.documentElement.dataset.consent).toBe('necessary')
  it.destroy()
  expect(document.documentElement.dataset.consent).toBe('from the server')
})

test('destroy inside a setup ends what has begun, and nothing of it goes on', () => {
  const log: string[] = []
  const it = create({
    categories,
    plugins: [
      definePlugin({ name: 'first', setup: () => () => void log.push('first undone') }),
      definePlugin({ name: 'ends', setup: ({ consent }) => consent.destroy() }),
      definePlugin({ name: 'last', setup: () => void log.push('last set up') }),
    ],
  })
  it.on('ready', () => log.push('ready'))
  expect(it.start).not.toThrow()
  expect(log).toEqual(['first undone'])
  expect(document.documentElement.hasAttribute('data-consent')).toBe(false)
})

test('of two objects of a page the second start is refused, with a word', () => {
  const first = create({ categories })
  first.destroy()
  const second = create({ categories })
  first.start()
  expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('another consent object runs'))
  expect(document.documentElement.hasAttribute('data-consent')).toBe(false)
  second.start()
  expect(document.documentElement.dataset.consent).toBe('necessary')
  second.destroy()
  first.start()
  expect(document.documentElement.dataset.consent).toBe('necessary')
  first.destroy()
})

test('outside a browser nothing throws, and nothing is granted', () => {
  for (const name of ['document', 'location', 'window']) vi.stubGlobal(name, undefined)
  const it = createConsent({ categories }) as unknown as Consent
  expect(() => {
    it.start()
    it.scan()
    it.scan(undefined)
    it.destroy()
  }).not.toThrow()
  expect([it.status, it.isGranted('necessary'), it.isGranted('statistics')]).toEqual([
    'undecided',
    true,
    false,
  ])
})

test('the declaration is drawn again with a decision that repeats the last', async () => {
  const it = create({ categories })
  const element = document.createElement('div')
  document.body.append(element)
  it.start()
  it.rejectAll()
  const undo = mountDeclaration(element, it)
  await vi.waitFor(() => expect(element.textContent).toContain(it.record?.id))
  vi.useFakeTimers({ now: Date.now() + 40 * 864e5, toFake: ['Date'] })
  it.rejectAll()
  const date = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(it.record?.decidedAt)
  vi.useRealTimers()
  await vi.waitFor(() => expect(element.textContent).toContain(date))
  undo()
  element.remove()
})

describe('a storage of the site itself', () => {
  test('keeps the record in the place of the cookie', () => {
    let kept: string | undefined
    const storage = {
      read: () => kept,
      write: vi.fn((value: string) => {
        kept = value
        return true
      }),
    }
    const it = create({ categories, storage })
    const heard = vi.fn()
    it.on('change', heard)
    it.start()
    it.acceptAll()
    expect(document.cookie).toBe('')
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ persisted: true })
    expect(+(storage.write.mock.calls[0] as unknown as [string, Date])[1] - Date.now()).toBeGreaterThan(
      181 * 864e5,
    )
    it.destroy()
    expect(create({ categories, storage }).isGranted('marketing')).toBe(true)
  })

  test.each([
    [
      'throws',
      {
        read: () => {
          throw new Error('no')
        },
        write: (): boolean => {
          throw new Error('no')
        },
      },
    ],
    ['answers promises', { read: async () => 'x', write: async () => true }],
    ['answers nothing', { read: () => undefined, write: () => undefined }],
    ['answers what is no record', { read: () => '1:::', write: () => false }],
  ] as [string, object][])('that %s costs no choice on this page', (_, storage) => {
    const it = create({ categories, storage })
    const heard = vi.fn()
    it.on('change', heard)
    it.start()
    expect(it.status).toBe('undecided')
    it.acceptAll()
    expect(it.isGranted('marketing')).toBe(true)
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ persisted: false })
  })
})
