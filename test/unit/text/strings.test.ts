import { afterEach, expect, test, vi } from 'vitest'
import en from '../../../src/locales/en.js'
import fr from '../../../src/locales/fr.js'
import { bannerTexts } from '../../../src/text/english/banner.js'
import { createStrings } from '../../../src/text/strings.js'
import { createContext } from '../view/context.js'

afterEach(() => vi.useRealTimers())

const french = { fr: async () => ({ default: fr }) }

test('English is there without loading anything', async () => {
  const changed = vi.fn()
  const strings = createStrings(createContext().context, changed)
  await strings.load()
  expect(strings.over(bannerTexts).acceptAll).toBe('Accept all')
  expect(strings.language()).toBe('en')
  expect(changed).not.toHaveBeenCalled()
})

test('a Belgian visitor gets the French file', async () => {
  const strings = createStrings(
    createContext({ locale: 'fr-BE', options: { locales: french } }).context,
    () => {},
  )
  await strings.load()
  expect(strings.over(bannerTexts).acceptAll).toBe('Tout accepter')
  expect(strings.language()).toBe('fr')
})

test('a file that fails is reported once and English is shown', async () => {
  const cause = new Error('404')
  const locales = { fr: () => Promise.reject(cause) }
  const { context, report } = createContext({ locale: 'fr', options: { locales } })
  const strings = createStrings(context, () => {})
  await strings.load()
  await strings.load()
  expect(strings.over(bannerTexts).acceptAll).toBe('Accept all')
  expect(strings.language()).toBe('en')
  expect(report).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"fr"'), cause)
})

test('a loader that throws at once is no worse than one that fails later', async () => {
  const locales = {
    fr: () => {
      throw new Error('no')
    },
  }
  const { context, report } = createContext({ locale: 'fr', options: { locales } })
  await createStrings(context, () => {}).load()
  expect(report).toHaveBeenCalledOnce()
})

test('a slow file is waited for three seconds and shown when it arrives', async () => {
  vi.useFakeTimers()
  let arrive = (_: { default: object }): void => {}
  const locales = { fr: () => new Promise<{ default: object }>((resolve) => (arrive = resolve)) }
  const changed = vi.fn()
  const strings = createStrings(createContext({ locale: 'fr', options: { locales } }).context, changed)
  const ready = vi.fn()
  const loading = strings.load().then(ready)
  await vi.advanceTimersByTimeAsync(2900)
  expect(ready).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  await loading
  expect(strings.over(bannerTexts).acceptAll).toBe('Accept all')
  arrive({ default: fr })
  await vi.advanceTimersByTimeAsync(0)
  expect(changed).toHaveBeenCalledOnce()
  expect(strings.over(bannerTexts).acceptAll).toBe('Tout accepter')
})

test('of two languages asked for in turn the later one wins, however late the first arrives', async () => {
  let arrive = (_: { default: object }): void => {}
  const locales = {
    de: () => new Promise<{ default: object }>((resolve) => (arrive = resolve)),
    ...french,
  }
  const { context, state } = createContext({ locale: 'de', options: { locales } })
  const strings = createStrings(context, () => {})
  void strings.load()
  state.locale = 'fr'
  await strings.load()
  arrive({ default: { acceptAll: 'Alle akzeptieren' } })
  await Promise.resolve()
  expect(strings.over(bannerTexts).acceptAll).toBe('Tout accepter')
})

test('the site’s own words win, in the language of the visitor', async () => {
  const texts = { title: 'Biscuits?', rejectAll: { en: 'No thanks', fr: 'Non merci' } }
  const { context } = createContext({ locale: 'fr', options: { locales: french, texts } })
  const strings = createStrings(context, () => {})
  await strings.load()
  expect(strings.over(bannerTexts)).toMatchObject({ title: 'Biscuits?', rejectAll: 'Non merci' })
})

test('French says as much as English, with the same values to fill in', () => {
  const values = (text: string) => text.match(/\{\w+\}/g)
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    expect(fr[key], key).toBeTruthy()
    expect(values(fr[key]), key).toEqual(values(en[key]))
  }
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort())
})

test('a page whose own text is in what it calls its language names that language as the browser does', () => {
  const languageOf = (locale: string) =>
    createStrings(createContext({ locale, options: { texts: { text: 'Own' } } }).context, () => {}).language()
  expect(languageOf('en_US')).toBe('en-US')
  expect(languageOf('pt-BR')).toBe('pt-BR')
  expect(languageOf('no language')).toBe('en')
})

const own = { tag: 'fr', texts: { acceptAll: 'Oui' } }

test('a language that came with the view is shown without a request, and completed when more is needed', async () => {
  const load = vi.fn(async () => ({ default: fr }))
  const { context } = createContext({ locale: 'fr', options: { locales: { fr: load } } })
  const strings = createStrings(context, () => {}, own)
  await strings.load()
  expect(load).not.toHaveBeenCalled()
  expect([strings.language(), strings.over().acceptAll]).toEqual(['fr', 'Oui'])
  await strings.load(true)
  await strings.load(true)
  expect(load).toHaveBeenCalledOnce()
  expect(strings.over().acceptAll).toBe('Tout accepter')
})

test('where its file fails, the language that came with the view stays', async () => {
  const locales = { fr: () => Promise.reject(new Error('404')) }
  const { context, report } = createContext({ locale: 'fr', options: { locales } })
  const strings = createStrings(context, () => {}, own)
  await strings.load(true)
  expect(report).toHaveBeenCalledOnce()
  expect([strings.language(), strings.over().acceptAll]).toEqual(['fr', 'Oui'])
})

test('from the language that came with the view it can change to English', async () => {
  const { context, state } = createContext({ locale: 'fr', options: { locales: french } })
  const strings = createStrings(context, () => {}, own)
  await strings.load()
  state.locale = 'en-GB'
  await strings.load()
  expect([strings.language(), strings.over().acceptAll]).toEqual(['en', 'Accept all'])
})

test('a file that was asked for beside the view is not asked for again', async () => {
  const load = vi.fn(async () => ({ default: fr }))
  const { context } = createContext({ locale: 'fr', options: { locales: { fr: load } } })
  const early = { load, file: load() }
  const strings = createStrings({ ...context, early }, () => {})
  await strings.load()
  expect(load).toHaveBeenCalledOnce()
  expect(strings.language()).toBe('fr')
})

test('English on an English page asks for no script of a tag', async () => {
  const maximize = vi.spyOn(Intl.Locale.prototype, 'maximize')
  const { context } = createContext({ locale: 'en-US', options: { locales: french } })
  await createStrings(context, () => {}).load()
  expect(maximize).not.toHaveBeenCalled()
})
