import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Consent } from '../../../src/api/consent.js'
import { blockingRules } from '../../../src/compat/cookiebot/blocking-rules.js'
import { createConfiguration } from '../../../src/compat/cookiebot/configuration.js'
import { type CookiebotOptions, cookiebot } from '../../../src/compat/cookiebot/index.js'
import { readLoader } from '../../../src/compat/cookiebot/read-loader.js'
import { createConsent } from '../../../src/create-consent.js'
import { cookiebot as stored } from '../../../src/import/cookiebot.js'
import { foreignStores } from '../../../src/model/foreign-stores.js'
import { compileRules } from '../../../src/plugins/auto-block/rules.js'
import { googleConsentMode } from '../../../src/plugins/google-consent-mode/index.js'

// biome-ignore lint/suspicious/noExplicitAny: the vendor's object, as pages use it
const page = window as unknown as Record<string, any>
let consent: Consent | undefined
let heard: string[] = []
const names = ['ConsentReady', 'Load', 'Accept', 'Decline', 'TagsExecuted']
const listeners = names.map((name) => [`CookiebotOn${name}`, () => void heard.push(name)] as const)

function start(options: CookiebotOptions = {}): Consent {
  consent = createConsent({
    reload: 'never',
    plugins: [cookiebot(options), googleConsentMode({ categoryEvent: '' })],
  }) as unknown as Consent
  consent.start()
  return consent
}
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 3000 })

beforeEach(() => {
  heard = []
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  for (const [name, listener] of listeners) addEventListener(name, listener)
})

afterEach(() => {
  consent?.destroy()
  for (const [name, listener] of listeners) removeEventListener(name, listener)
  for (const name of ['askfirst', 'CookieConsent']) document.cookie = `${name}=; max-age=0; path=/`
  for (const name of ['Cookiebot', 'CookieConsent', 'dataLayer', 'CookiebotCallback_OnAccept'])
    delete page[name]
  document.body.innerHTML = ''
})

describe('the object', () => {
  test('says that nothing was answered, and keeps nothing', () => {
    start({ cbid: 'c' })
    const { consent: answers, consented, declined, hasResponse, consentUTC, serial } = page.Cookiebot
    expect([{ ...answers }, consented, declined, hasResponse, consentUTC, serial]).toEqual([
      { necessary: true, preferences: false, statistics: false, marketing: false, method: null, stamp: '0' },
      false,
      false,
      false,
      null,
      'c',
    ])
    expect(page.CookieConsent).toBe(page.Cookiebot)
    expect(document.cookie).toBe('')
    expect(heard).toEqual([])
  })

  test('takes three answers, and says what follows', () => {
    start()
    page.Cookiebot.submitCustomConsent(true, false, true)
    expect({ ...page.Cookiebot.consent, stamp: '' }).toEqual({
      necessary: true,
      preferences: true,
      statistics: false,
      marketing: true,
      method: 'explicit',
      stamp: '',
    })
    expect(page.Cookiebot.consentID).toBe(consent?.record?.id)
    page.Cookiebot.submitCustomConsent(false, false, false)
    expect([page.Cookiebot.declined, page.Cookiebot.hasResponse, page.Cookiebot.changed]).toEqual([
      true,
      true,
      true,
    ])
  })

  test("stands over the page's own, and goes with the consent object", () => {
    page.Cookiebot = { mine: true }
    page.CookieConsent = { run() {} }
    start()
    expect(typeof page.Cookiebot.show).toBe('function')
    expect(typeof page.CookieConsent.run).toBe('function')
    consent?.destroy()
    expect(page.Cookiebot).toEqual({ mine: true })
  })
})

describe('events', () => {
  test('accept: ConsentReady, Load, category events, Accept, TagsExecuted once', async () => {
    const order: string[] = []
    page.CookiebotCallback_OnAccept = () => order.push(`callback after ${heard.at(-1)}`)
    start()
    consent?.acceptAll()
    await until(() => heard.includes('TagsExecuted'))
    expect(heard).toEqual(['ConsentReady', 'Load', 'Accept', 'TagsExecuted'])
    expect(order).toEqual(['callback after Load'])
    const events = page.dataLayer.flatMap(
      (entry: { event?: string; 0?: string; 1?: string }) => entry.event ?? `${entry[0]} ${entry[1]}`,
    )
    expect(events.slice(events.indexOf('consent update'))).toEqual([
      'consent update',
      'cookie_consent_update',
      'cookie_consent_preferences',
      'cookie_consent_statistics',
      'cookie_consent_marketing',
    ])
    heard = []
    consent?.save({ marketing: false })
    await until(() => heard.includes('Accept'))
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(heard).toEqual(['ConsentReady', 'Load', 'Accept'])
  })

  test('decline, and withdraw: the callback at once, the events after it', async () => {
    start()
    consent?.rejectAll()
    await until(() => heard.includes('Decline'))
    expect(heard).toEqual(['ConsentReady', 'Load', 'Decline'])
    consent?.acceptAll()
    await until(() => heard.includes('Accept'))
    heard = []
    page.Cookiebot.ondecline = vi.fn()
    page.Cookiebot.withdraw()
    expect(page.Cookiebot.ondecline).toHaveBeenCalledTimes(1)
    expect(heard).toEqual([])
    await until(() => heard.includes('Decline'))
    expect(page.Cookiebot.consent.marketing).toBe(false)
  })

  test('a callback that throws stops nothing', async () => {
    page.CookiebotCallback_OnAccept = () => {
      throw new Error('theirs')
    }
    start()
    const errors: string[] = []
    consent?.on('error', ({ message }) => errors.push(message))
    consent?.acceptAll()
    await until(() => heard.includes('Accept'))
    expect(errors).toHaveLength(1)
  })
})

test('the mirror has the format that the importer reads, and goes with a withdrawal', () => {
  start({ mirror: true, userCountry: 'BE' })
  consent?.save({ preferences: false, statistics: true, marketing: false })
  const importer = stored()
  const answer = importer.find(foreignStores(document.cookie), importer.map)
  expect(answer).toEqual({
    answers: { preferences: false, statistics: true, marketing: false },
    time: Number(consent?.record?.decidedAt),
  })
  expect(document.cookie).toContain('method:%27explicit%27%2Cver:1%2Cutc:')
  consent?.withdraw()
  // The simulated document keeps a cookie that was removed, without its value.
  expect(document.cookie).not.toContain('CookieConsent={stamp')
})

describe('automatic blocking', () => {
  const configure = (json: string) => {
    document.body.innerHTML = `<script id="CookiebotConfiguration" type="application/json">${json}</script>`
  }
  const guesses: string[] = []
  const judge = (address: string, say = (_: string) => {}) =>
    compileRules(
      blockingRules(createConfiguration(say), 'https://cdn.example/x/cookiebot.js', ({ host }) =>
        guesses.push(host),
      ),
      () => {},
    )(address)

  test('follows the block, then the attribute, then the site', () => {
    configure(
      '{"TagConfiguration":[{"id":"a","categories":["statistics","marketing"]},{"id":"b","ignore":true}]}',
    )
    document.body.insertAdjacentHTML(
      'beforeend',
      `<iframe id="a" data-src="https://a.example/"></iframe><iframe id="b" data-src="https://b.example/"></iframe>
       <iframe data-cookieconsent="preferences" data-src="https://c.example/"></iframe>`,
    )
    expect(judge('https://a.example/')).toBe('marketing')
    expect(document.getElementById('a')?.dataset.cookieconsent).toBe('statistics,marketing')
    expect(judge('https://b.example/')).toBe('necessary')
    expect(judge('https://c.example/')).toBe('preferences')
    expect(judge('https://d.example/')).toBe('marketing')
    expect(judge('https://cdn.example/x/view.js')).toBe('necessary')
    expect([judge('/own.js'), judge('data:text/javascript,1'), judge('about:blank')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(guesses).toEqual(['d.example'])
  })

  test.each(['{', '[]', 'null', '{"TagConfiguration":7}', '{"TagConfiguration":[null]}'])(
    'a broken block %s holds',
    (json) => {
      configure(json)
      const say = vi.fn()
      expect(judge('https://d.example/', say)).toBe('marketing')
      expect(say.mock.calls.length).toBeLessThan(2)
    },
  )
})

test('the loader says what it asks for, by attributes or parameters', () => {
  const tag = document.createElement('script')
  tag.setAttribute('src', 'https://cdn.example/cookiebot.js?cbid=x&culture=fr&framework=IAB')
  tag.dataset.culture = 'de'
  tag.dataset.georegions = '{}'
  const { values, idle } = readLoader(tag)
  expect([values.cbid, values.culture, [...idle].sort()]).toEqual(['x', 'de', ['framework', 'georegions']])
})
