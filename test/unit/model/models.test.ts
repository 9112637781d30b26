import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Consent } from '../../../src/api/consent.js'
import { definePlugin } from '../../../src/api/plugin.js'
import { createConsent } from '../../../src/create-consent.js'
import { readConsent } from '../../../src/server/read-consent.js'

let consent: Consent | undefined
const start = (options: object): Consent => {
  consent = createConsent(options) as unknown as Consent
  consent.start()
  return consent
}
const cookie = () => document.cookie.match(/askfirst=([^;]*)/)?.[1]

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => {
  consent?.destroy()
  document.cookie = 'askfirst=; max-age=0; path=/'
})

const categories = {
  necessary: { required: true },
  preferences: { model: 'exempt' },
  statistics: { model: 'opt-out', services: { matomo: { switch: true }, ga: {} } },
  marketing: {},
} as const

const server = { cookie: { secure: false } }

describe('opt-out and exempt categories', () => {
  test('work before a choice and are listed as presumed', () => {
    const ready = vi.fn()
    const it = start({ categories })
    it.on('ready', ready)
    const granted = ['necessary', 'preferences', 'statistics', 'statistics.matomo', 'statistics.ga']
    expect(ready).toHaveBeenCalledWith({
      status: 'undecided',
      record: undefined,
      granted,
      presumed: granted.slice(1),
    })
    expect(readConsent('', { categories, ...server })).toMatchObject({
      status: 'undecided',
      granted,
      presumed: granted.slice(1),
    })
    expect(document.documentElement.dataset.consent).toBe('necessary preferences statistics')
    expect(cookie()).toBeUndefined()
  })

  test('are not written by a choice that leaves them as they are', () => {
    const it = start({ categories })
    it.save({ preferences: true, statistics: true, 'statistics.matomo': true, marketing: false })
    expect(it.record?.choices).toEqual({ marketing: false })
    expect(it.status).toBe('decided')
    // So that in a region that has to ask there is no answer of that name.
    const elsewhere = { categories: { ...categories, statistics: {}, preferences: {} }, ...server }
    expect(readConsent(document.cookie, elsewhere)).toMatchObject({
      status: 'undecided',
      granted: ['necessary'],
    })
  })

  test('are written once the visitor touches them, and hold', () => {
    const it = start({ categories })
    it.withdraw('statistics')
    expect(it.record?.choices).toEqual({ marketing: false, statistics: false })
    expect([it.isGranted('statistics'), it.isGranted('statistics.ga'), it.isGranted('preferences')]).toEqual([
      false,
      false,
      true,
    ])
    it.save({ statistics: true })
    expect(it.record?.choices).toEqual({ marketing: false, statistics: true })
    it.destroy()
    const heard = vi.fn()
    const again = start({ categories: { ...categories, statistics: {} } })
    again.on('ready', heard)
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ granted: ['necessary', 'preferences', 'statistics'] })
  })

  test('write a service alone where it alone is refused', () => {
    const it = start({ categories })
    it.withdraw('statistics.matomo')
    expect(it.record?.choices).toEqual({ marketing: false, 'statistics.matomo': false })
    expect([
      it.isGranted('statistics'),
      it.isGranted('statistics.matomo'),
      it.isGranted('statistics.ga'),
    ]).toEqual([true, false, true])
  })

  test('are answered by "accept all" and "reject all", which are answers for every name', () => {
    const it = start({ categories })
    expect(it.acceptAll().choices).toEqual({ preferences: true, statistics: true, marketing: true })
    expect(it.rejectAll().choices).toEqual({ preferences: false, statistics: false, marketing: false })
    const heard = vi.fn()
    it.on('ready', heard)
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ granted: ['necessary'], presumed: [] })
  })

  test('need no banner where there is nothing else to ask', async () => {
    const open = vi.fn()
    const view = { mount: () => ({ open, close() {}, update() {}, destroy() {} }) }
    start({ view, categories: { necessary: { required: true }, marketing: { model: 'opt-out' } } })
    expect(consent?.status).toBe('undecided')
    await consent?.openPreferences()
    expect(open.mock.calls).toEqual([['preferences']])
  })

  test('are refused by a signal that holds until the visitor answers, and nothing of it is stored', () => {
    const gpc = definePlugin({ name: 'gpc', presume: () => ({ statistics: false, marketing: false }) })
    const it = start({ categories, plugins: [gpc] })
    expect([it.isGranted('statistics'), it.isGranted('preferences')]).toEqual([false, true])
    const onServer = readConsent(
      '',
      { categories, ...server },
      { gpc: '1', denies: ['statistics', 'marketing'] },
    )
    expect(onServer.granted).toEqual(['necessary', 'preferences'])
    it.save({ preferences: false, statistics: false })
    expect(it.record?.choices).toEqual({ preferences: false, marketing: false })
    it.save({ statistics: true })
    expect([it.isGranted('statistics'), it.record?.choices.statistics]).toEqual([true, true])
    const { granted } = readConsent(
      document.cookie,
      { categories, ...server },
      { gpc: '1', denies: ['statistics'] },
    )
    expect(granted).toContain('statistics')
  })

  test('a signal that a request does not send, or sends otherwise, refuses nothing', () => {
    for (const gpc of [undefined, null, '', '0', 'true', false])
      expect(readConsent('', { categories, ...server }, { gpc, denies: ['statistics'] }).granted).toContain(
        'statistics',
      )
  })

  test('follow the region of the request', () => {
    const options = {
      categories: { statistics: {} },
      regions: { US: { categories: { statistics: { model: 'opt-out' } } } },
    } as const
    expect(readConsent('', options, { region: 'US-NY' }).granted).toEqual(['statistics'])
    for (const region of [undefined, null, 'FR', 'XX', 'nowhere'])
      expect(readConsent('', options, { region }).granted).toEqual([])
  })
})
