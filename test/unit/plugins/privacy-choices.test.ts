import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Consent } from '../../../src/api/consent.js'
import { createCore } from '../../../src/create-core.js'
import { gpc } from '../../../src/plugins/gpc/index.js'
import { type PrivacyChoicesOptions, privacyChoices } from '../../../src/plugins/privacy-choices/index.js'
import '../../../src/plugins/privacy-choices/show-choices.js'
import { honored } from '../../../src/plugins/privacy-choices/texts.js'

let consent: Consent | undefined

const optOut = {
  necessary: { required: true },
  statistics: { model: 'opt-out' },
  marketing: { model: 'opt-out', services: { ads: {}, maps: {} } },
} as const

type CoreOptions = NonNullable<Parameters<typeof createCore>[0]>

/** Errors that were reported. */
let errors: string[] = []

function start(given: PrivacyChoicesOptions = {}, options: CoreOptions = {}): Consent {
  consent = createCore({
    categories: optOut,
    reload: 'never',
    plugins: [privacyChoices(given)],
    ...options,
  }) as unknown as Consent
  consent.on('error', ({ message }) => errors.push(message))
  consent.start()
  return consent
}

const link = () => document.querySelector('[data-privacy-choices]') as HTMLElement
const status = () => document.querySelector('[data-privacy-status]')?.textContent
const line = () =>
  document.querySelector('[data-surface=opt-out-confirmation]')?.shadowRoot?.querySelector('p')?.textContent
/** On a busy machine the part that is loaded takes its time. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5000 })
const isFilled = () => eventually(() => expect(link().dataset.consentAction).toBe('preferences'))

beforeEach(() => {
  errors = []
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  document.body.innerHTML = '<footer><a href="/choices" data-privacy-choices></a></footer>'
})
afterEach(() => {
  consent?.destroy()
  document.cookie = 'askfirst=; max-age=0; path=/'
  vi.unstubAllGlobals()
})

describe('the link', () => {
  test('gets the title, in its own language, and the icon', async () => {
    document.documentElement.lang = 'de'
    start()
    await isFilled()
    expect(link().textContent).toBe('Your Privacy Choices')
    expect(link().querySelector('span')?.lang).toBe('en')
    expect(link().querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
    expect(link().querySelectorAll('path')).toHaveLength(4)
    document.documentElement.lang = ''
  })

  test("keeps the site's own words and picture", async () => {
    link().innerHTML = '<img alt="" src="data:,"> Tus opciones de privacidad'
    start()
    await isFilled()
    expect(link().textContent?.trim()).toBe('Tus opciones de privacidad')
    expect(link().querySelector('svg')).toBeNull()
  })

  test('takes the title of the option, again in another language', async () => {
    start({ title: { en: 'Your California Privacy Choices', es: 'Sus opciones de privacidad' } })
    await isFilled()
    expect(link().textContent).toBe('Your California Privacy Choices')
    await consent?.setLocale('es')
    expect(link().textContent).toBe('Sus opciones de privacidad')
    expect(link().querySelectorAll('svg')).toHaveLength(1)
  })

  test('is filled when it comes later, and once', async () => {
    document.body.replaceChildren()
    start()
    const copy = document.createElement('button')
    copy.dataset.privacyChoices = ''
    document.body.append(copy)
    await isFilled()
    // Routers keep copies of pages and put them in again.
    document.body.replaceChildren(copy.cloneNode(true))
    await new Promise((seen) => setTimeout(seen))
    expect(link().textContent).toBe('Your Privacy Choices')
    expect(link().querySelectorAll('svg')).toHaveLength(1)
  })

  test('that no keyboard reaches is reported once', async () => {
    document.body.innerHTML = '<span data-privacy-choices></span><span data-privacy-choices></span>'
    start()
    await isFilled()
    expect(errors).toEqual([expect.stringMatching(/<span data-privacy-choices>.*Use a link/)])
  })

  test('is as it was after the end', async () => {
    const before = document.body.innerHTML
    const it = start()
    await isFilled()
    it.rejectAll()
    expect(status()).toBe('Opt-Out Request Honored')
    it.destroy()
    expect(document.body.innerHTML).toBe(before)
  })
})

describe('the status', () => {
  test('says so once every name is refused, and no longer when one is granted', async () => {
    const it = start({ categories: ['marketing.ads', 'statistics'] })
    await isFilled()
    expect(status()).toBeUndefined()
    it.save({ 'marketing.ads': false })
    expect(status()).toBeUndefined()
    it.save({ statistics: false })
    expect(status()).toBe('Opt-Out Request Honored')
    it.acceptAll()
    expect(status()).toBe('')
  })

  test('says so for a signal, without a record and without a confirmation', async () => {
    vi.stubGlobal('navigator', { ...navigator, globalPrivacyControl: true, locks: undefined })
    const it = start({}, { plugins: [gpc(), privacyChoices()] })
    await eventually(() => expect(status()).toBe('Opt-Out Request Honored'))
    expect([it.record, line()]).toEqual([undefined, undefined])
  })

  test("stands in the site's own element where there is one, in the language asked for", async () => {
    document.body.insertAdjacentHTML('beforeend', '<p data-privacy-status></p>')
    const it = start({}, { locale: 'fr-CA' })
    await isFilled()
    it.rejectAll()
    expect(document.querySelectorAll('[data-privacy-status]')).toHaveLength(1)
    expect(status()).toBe('Demande d’opposition respectée')
    expect(document.querySelector<HTMLElement>('[data-privacy-status]')?.lang).toBe('fr')
    it.destroy()
    expect(document.querySelector('p')).not.toBeNull()
  })

  test('never says so for names that do not exist: they are reported', async () => {
    const it = start({ categories: ['ads'] })
    await isFilled()
    it.rejectAll()
    expect(status()).toBeUndefined()
    expect(errors).toEqual([expect.stringMatching(/privacyChoices: "ads".*Name a category/)])
  })

  test('has its words in every language of the package', () => {
    const tags = readdirSync('src/locales').map((file) => file.replace('.ts', ''))
    expect(Object.keys(honored).sort()).toEqual(tags.sort())
    expect(new Set(Object.values(honored)).size).toBe(tags.length)
  })
})

describe('the confirmation', () => {
  test('follows an opt-out, can be closed, and comes again with the next one', async () => {
    const it = start()
    await isFilled()
    it.rejectAll('preferences')
    await eventually(() => expect(line()).toBe('Opt-Out Request Honored'))
    const host = document.querySelector('[data-surface=opt-out-confirmation]')
    host?.shadowRoot?.querySelector('button')?.click()
    expect(line()).toBeUndefined()
    await consent?.setLocale('fr')
    expect(line()).toBeUndefined()
    it.save({ marketing: false }, 'preferences')
    await eventually(() => expect(line()).toBe('Demande d’opposition respectée'))
    it.acceptAll()
    expect(line()).toBeUndefined()
  })

  test.each([
    ['the answer was taken over', (it: Consent) => it.rejectAll('import'), {}, {}],
    ['something else was refused', (it: Consent) => it.save({ statistics: false }), {}, {}],
    ['the site wants none', (it: Consent) => it.rejectAll(), { confirmation: false }, {}],
    ['the view confirms', (it: Consent) => it.rejectAll(), {}, { banner: { confirmation: true } }],
    ['the region asks first', (it: Consent) => it.rejectAll(), {}, { categories: { marketing: {} } }],
  ])('is not shown where %s', async (_, act, given, options) => {
    const it = start(given, options)
    await isFilled()
    act(it)
    expect(line()).toBeUndefined()
  })

  test('follows the reload that an opt-out brings, and no later page', async () => {
    const it = start()
    await isFilled()
    it.rejectAll('preferences')
    const referrer = vi.spyOn(document, 'referrer', 'get')
    for (const [from, isShown] of [
      [location.href, true],
      ['https://shop.test/other', false],
    ] as const) {
      consent?.destroy()
      expect(line()).toBeUndefined()
      referrer.mockReturnValue(from)
      start()
      await isFilled()
      expect(line() === undefined).toBe(!isShown)
    }
    referrer.mockRestore()
  })
})
