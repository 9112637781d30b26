import { expect, test } from 'vitest'
import { checkOptions } from '../../../src/dev/check-options.js'
import { googleConsentMode } from '../../../src/plugins/google-consent-mode/index.js'
import { europe, unitedKingdom, unitedStates } from '../../../src/regions/index.js'

test.each<[string, object]>([
  ['polcy: there is no such option. Did you mean "policy"?', { polcy: { url: '/' } }],
  ['catgories: there is no such option. Did you mean "categories"?', { catgories: {} }],
  ['policy.verson: there is no such option. Did you mean "version"?', { policy: { verson: 1 } }],
  ['banner.layout: "popup" is not used. Use bar, box, dialog.', { banner: { layout: 'popup' } }],
  ['banner.theme: "drak" is not used. Did you mean "dark"?', { banner: { theme: 'drak' } }],
  ['banner.position: "buttom" is not used. Did you mean "bottom"?', { banner: { position: 'buttom' } }],
  [
    'scriptTimeout: "10s" is not used. Use a number of milliseconds; 10000 is used instead.',
    { scriptTimeout: '10s' },
  ],
  ['texts.titel: there is no such text. Did you mean "title"?', { texts: { titel: 'Hello' } }],
  ['cookie.sameSite: "lax" is not used. Did you mean "Lax"?', { cookie: { sameSite: 'lax' } }],
  ['erase: "hosts" is not used. Did you mean "host"?', { erase: 'hosts' }],
  ['locale: "not a tag" is not used. Use a language tag such as "fr" or "pt-BR".', { locale: 'not a tag' }],
  [
    'categories.ads.requird: there is no such option. Did you mean "required"?',
    { categories: { ads: { requird: true } } },
  ],
  [
    'categories.ads.model: "optout" is not used. Did you mean "opt-out"?',
    { categories: { ads: { model: 'optout' } } },
  ],
  [
    'categories.ads.cookies[0].provider: {"tag":"a","attributes":{}} is not used. Use a text.',
    { categories: { ads: { cookies: [{ name: 'a', provider: { tag: 'a', attributes: {} } }] } } },
  ],
  [
    'categories.ads.services.maps.cookies[0].duration: 365 is not used. Use "session" or an ISO 8601 period such as "P13M".',
    { categories: { ads: { services: { maps: { cookies: [{ name: 'a', duration: 365 }] } } } } },
  ],
  [
    'region: "California" is not used. Use an ISO 3166-2 code such as "US-CA" or "FR"; until then the strictest rules hold.',
    { region: 'California' },
  ],
  [
    'regions.US.categories.marketng: there is no such category. Did you mean "marketing"?',
    { regions: { US: { categories: { marketng: { model: 'opt-out' } } } } },
  ],
  [
    'regions.US.cookie: there is no such option. Use categories, banner, texts.',
    { regions: { US: { cookie: { days: 9 } } } },
  ],
  ['storage.write: "no" is not used. Use a function.', { storage: { read: () => '', write: 'no' } }],
  [
    'plugins[0]: it is the function googleConsentMode, not its result. Call it: googleConsentMode().',
    { plugins: [googleConsentMode] },
  ],
  [
    'view: it is a promise, so the view loads at once. Use () => import("askfirst/view").',
    { view: Promise.resolve({}) },
  ],
])('says: %s', (sentence, options) => {
  expect(checkOptions(options)).toEqual([sentence])
})

test('a language without a file is named', () => {
  const [sentence] = checkOptions({ locale: 'fi', locales: { fr: () => {} } })
  expect(sentence).toMatch(/^locale: there is no language file for "fi", so texts are English\./)
  expect(checkOptions({ locale: 'fr-BE', locales: { fr: () => {} } })).toEqual([])
})

test('options as the documentation has them are worth no word', () => {
  const options = {
    policy: { version: 3, url: '/cookies', changes: { en: 'Maps', fr: 'Cartes' } },
    categories: {
      necessary: { required: true, identifies: false },
      statistics: {
        model: 'opt-out',
        services: { ga: { switch: true, cookies: [{ name: /^_ga/, duration: 'P2Y' }] } },
      },
      own: { label: 'Own', description: null },
    },
    cookie: { name: 'choice', days: 90, partitioned: true, sameSite: 'None' },
    texts: { title: 'Hello', own: 'Own', ownDescription: { en: 'Mine' } },
    banner: {
      layout: 'box',
      settingsButton: { icon: { src: '/i.svg' } },
      buttons: [{ label: 'A', href: '/a' }],
    },
    regions: { ...europe, ...unitedKingdom, ...unitedStates },
    region: 'US-CA',
    reload: () => true,
    scriptTimeout: undefined,
    locale: 'en-GB',
    plugins: [googleConsentMode(), false, null, undefined],
    view: async () => ({ mount() {} }),
  }
  expect(checkOptions(options)).toEqual([])
})
