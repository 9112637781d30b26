import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Consent } from '../../../src/api/consent.js'
import type { Plugin } from '../../../src/api/plugin.js'
import type { View, ViewContext } from '../../../src/api/view.js'
import { createCore } from '../../../src/create-core.js'
import { gpc } from '../../../src/plugins/gpc/index.js'
import { close, honoured, refused } from '../../../src/plugins/gpc/texts.js'

let consent: Consent | undefined
let shown: ViewContext | undefined

const view: View = {
  mount(context) {
    shown = context
    return { open() {}, close() {}, update() {}, destroy() {} }
  },
}

function start(plugin: Plugin = gpc(), options: Parameters<typeof createCore>[0] = {}): Consent {
  consent = createCore({ view, plugins: [plugin], reload: 'never', ...options }) as unknown as Consent
  consent.start()
  return consent
}

/** What the browser says. */
function send(signal: unknown, doNotTrack: string | null = null): void {
  vi.stubGlobal('navigator', { ...navigator, globalPrivacyControl: signal, doNotTrack, locks: undefined })
}
const line = () =>
  document.querySelector('[data-surface=gpc-status]')?.shadowRoot?.querySelector('p')?.textContent

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  document.body.replaceChildren()
})
afterEach(() => {
  consent?.destroy()
  document.cookie = 'askfirst=; max-age=0; path=/'
  vi.unstubAllGlobals()
})

describe('the signal', () => {
  test.each([true])('%s alone refuses', (signal) => {
    send(signal)
    expect(start().isGranted('marketing')).toBe(false)
  })

  test.each([undefined, null, false, 1, '1', 'true', {}])('%s is none', async (signal) => {
    send(signal)
    const categories = { marketing: { model: 'opt-out' } } as const
    expect(start(gpc(), { categories }).isGranted('marketing')).toBe(true)
  })

  test('stores nothing, leaves the visitor undecided and is asked about the rest', () => {
    send(true)
    const it = start()
    expect([it.status, it.record, document.cookie]).toEqual(['undecided', undefined, ''])
    it.save({ statistics: true })
    expect(it.record?.choices).toEqual({ preferences: false, statistics: true, marketing: false })
  })

  test('loses to an explicit later answer, which keeps its own source', () => {
    send(true)
    const it = start()
    it.save({ marketing: true }, 'preferences')
    expect([it.isGranted('marketing'), it.record?.source]).toEqual([true, 'preferences'])
  })

  test('that appears later undoes no explicit answer', () => {
    send(undefined)
    start().acceptAll()
    consent?.destroy()
    send(true)
    expect(start().isGranted('marketing')).toBe(true)
  })

  test('that is gone refuses nothing any more', () => {
    send(true)
    const categories = { marketing: { model: 'opt-out' } } as const
    expect(start(gpc(), { categories }).isGranted('marketing')).toBe(false)
    consent?.destroy()
    send(false)
    expect(start(gpc(), { categories }).isGranted('marketing')).toBe(true)
  })

  test('refuses the names that the site gives, services too', () => {
    send(true)
    const categories = { statistics: { model: 'opt-out', services: { ga: {}, own: {} } } } as const
    const it = start(gpc({ denies: ['statistics.ga'] }), { categories })
    expect([it.isGranted('statistics.ga'), it.isGranted('statistics.own')]).toEqual([false, true])
  })

  test('"Do Not Track" counts only where the site says so', () => {
    send(undefined, '1')
    const categories = { marketing: { model: 'opt-out' } } as const
    expect(start(gpc(), { categories }).isGranted('marketing')).toBe(true)
    consent?.destroy()
    expect(start(gpc({ dnt: true }), { categories }).isGranted('marketing')).toBe(false)
  })
})

describe('the words', () => {
  test('are there in every language of the package, with the name of the signal', () => {
    const tags = readdirSync('src/locales').map((file) => file.replace('.ts', ''))
    expect(tags.length).toBeGreaterThan(30)
    for (const texts of [honoured, refused, close]) expect(Object.keys(texts).sort()).toEqual(tags.sort())
    for (const texts of [honoured, refused])
      for (const text of Object.values(texts)) expect(text.split('{signal}')).toHaveLength(2)
  })

  test('reach the surfaces, and go when the visitor grants it after all', async () => {
    send(true)
    const it = start()
    await vi.waitFor(() => expect(shown?.notices?.()).toHaveLength(1))
    const [notice] = shown?.notices?.() ?? []
    expect(JSON.stringify(notice?.text)).toContain('Global Privacy Control')
    expect(Object.keys(notice?.categories ?? {})).toEqual(['marketing'])
    it.acceptAll()
    expect(shown?.notices?.()).toEqual([])
  })

  test('no line is shown while the banner asks', async () => {
    send(true)
    start()
    await vi.waitFor(() => expect(shown?.notices?.()).toHaveLength(1))
    expect(line()).toBeUndefined()
  })

  test('a line says so where nothing asks; it can be closed and goes with an answer', async () => {
    send(true)
    const categories = { necessary: { required: true }, marketing: { model: 'opt-out' } } as const
    const it = start(gpc(), { categories })
    await vi.waitFor(() => expect(line()).toMatch(/^Opt-out request honoured/))
    expect(it.isGranted('marketing')).toBe(false)
    it.acceptAll()
    expect(line()).toBeUndefined()
    consent?.destroy()

    document.cookie = 'askfirst=; max-age=0; path=/'
    start(gpc(), { categories })
    await vi.waitFor(() => expect(line()).toBeDefined())
    const host = document.querySelector('[data-surface=gpc-status]')
    host?.shadowRoot?.querySelector('button')?.click()
    expect(line()).toBeUndefined()
    consent?.setLocale('fr')
    expect(line()).toBeUndefined()
  })

  test("the site's own element is filled instead, in the language asked for", async () => {
    send(true)
    document.body.innerHTML = '<p data-consent-notice></p>'
    const place = document.querySelector('p') as HTMLElement
    const categories = { marketing: { model: 'opt-out' } } as const
    const it = start(gpc(), { categories, locale: 'fr-BE' })
    await vi.waitFor(() => expect(place.textContent).toMatch(/^Demande d’opposition respectée/))
    expect([place.lang, line()]).toEqual(['fr', undefined])
    it.acceptAll()
    expect(place.textContent).toBe('')
  })

  test('no line at all where the site wants none', async () => {
    send(true)
    const categories = { marketing: { model: 'opt-out' } } as const
    start(gpc({ status: false }), { categories })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(line()).toBeUndefined()
  })
})
