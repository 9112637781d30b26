import { readFileSync } from 'node:fs'
import { buildSync } from 'esbuild'

const file = (path: string) => readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), 'utf8')

/** The file for script tags that a package of modules does not have. */
const asScript = (name: string, globalName: string) =>
  buildSync({
    stdin: { contents: `export * from '${name}'`, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'iife',
    globalName,
    write: false,
  }).outputFiles[0]?.text ?? ''

/** A page of another system: its package as published, and the visitor's clicks or calls. */
export interface System {
  /** Name in `askfirst/import/`. */
  readonly name: string
  readonly about: string
  /** Text of the package's file for script tags. */
  readonly script: string
  /** Files that it fetches, by path. */
  readonly files?: { readonly [path: string]: string }
  /** Runs after it. */
  readonly start: string
  /** Whether it is ready for a choice. @default 'true' */
  readonly isReady?: string
  /** Makes the visitor's choice: statistics granted, marketing refused, where the system can tell them apart. */
  readonly choose: string
  /** Arguments of the importer. */
  readonly map?: string
  readonly expected: Answers
  /** Makes the choice of a visitor who refuses all; `refused` is what follows from it. */
  readonly refuse: string
  readonly refused: Answers
}

interface Answers {
  readonly [name: string]: boolean
}

const none = { statistics: false, marketing: false }

const vcc = (api: string) => ({
  start: `${api}.run({ categories: { necessary: { readOnly: true, enabled: true }, analytics: { services: { ga: {}, hotjar: {} } }, ads: {} },
    language: { default: 'en', translations: { en: { consentModal: { title: 'T' }, preferencesModal: { sections: [] } } } }, hideFromBots: false })`,
})

export const systems: readonly System[] = [
  {
    name: 'vanilla-cookieconsent',
    about: '3',
    script: file('vanilla-cookieconsent/dist/cookieconsent.umd.js'),
    ...vcc('CookieConsent'),
    choose: `CookieConsent.acceptCategory(['analytics'])`,
    expected: { statistics: true, marketing: false },
    refuse: `CookieConsent.acceptCategory([])`,
    refused: none,
  },
  {
    name: 'vanilla-cookieconsent',
    about: '3, one service of two',
    script: file('vanilla-cookieconsent/dist/cookieconsent.umd.js'),
    ...vcc('CookieConsent'),
    choose: `CookieConsent.acceptService('ga', 'analytics')`,
    map: `{ 'analytics.ga': 'statistics.ga' }`,
    expected: { statistics: true, 'statistics.ga': true, 'statistics.hotjar': false, marketing: false },
    refuse: `CookieConsent.acceptService([], 'analytics')`,
    refused: none,
  },
  {
    name: 'vanilla-cookieconsent',
    about: '2',
    script: file('vanilla-cookieconsent-2/dist/cookieconsent.js'),
    start: `window.cc = initCookieConsent(); cc.run({ current_lang: 'en', hide_from_bots: false, languages: { en: {
      consent_modal: { title: 'T', description: 'D', primary_btn: { text: 'A', role: 'accept_all' }, secondary_btn: { text: 'S', role: 'settings' } },
      settings_modal: { title: 'S', save_settings_btn: 'Save', accept_all_btn: 'All', blocks: [
        { title: 'N', toggle: { value: 'necessary', enabled: true, readonly: true } },
        { title: 'A', toggle: { value: 'analytics', enabled: false, readonly: false } },
        { title: 'Ads', toggle: { value: 'ads', enabled: false, readonly: false } } ] } } } })`,
    choose: `cc.accept(['analytics'])`,
    expected: { preferences: false, statistics: true, marketing: false },
    refuse: `cc.accept([])`,
    refused: { ...none, preferences: false },
  },
  {
    name: 'klaro',
    about: 'cookie',
    script: file('klaro/dist/klaro-no-css.js'),
    start: `window.manager = klaro.getManager({ services: [{ name: 'matomo', purposes: ['analytics'] }, { name: 'pixel', purposes: ['ads'] }] })`,
    choose: `manager.updateConsent('matomo', true); manager.updateConsent('pixel', false); manager.saveAndApplyConsents()`,
    map: `{ matomo: 'statistics', pixel: 'marketing' }`,
    expected: { statistics: true, marketing: false },
    refuse: `manager.changeAll(false); manager.saveAndApplyConsents()`,
    refused: none,
  },
  {
    name: 'orejime',
    about: '3',
    script: file('orejime/dist/orejime-standard-en.js'),
    start: `window.orejimeConfig = { privacyPolicyUrl: '/p', purposes: [{ id: 'analytics', title: 'A', cookies: [] }, { id: 'ads', title: 'B', cookies: [] }] }`,
    choose: `orejime.manager.setConsents({ analytics: true, ads: false })`,
    expected: { statistics: true, marketing: false },
    refuse: `orejime.manager.setConsents({ analytics: false, ads: false })`,
    refused: none,
  },
  {
    name: 'osano',
    about: '3',
    script: file('cookieconsent/build/cookieconsent.min.js'),
    start: `window.popup = undefined; cookieconsent.initialise({ type: 'opt-in', onInitialise() {} }, (it) => { window.popup = it })`,
    choose: `document.querySelector('.cc-allow').click()`,
    expected: { preferences: true, statistics: true, marketing: true },
    refuse: `document.querySelector('.cc-deny').click()`,
    refused: { ...none, preferences: false },
  },
  {
    name: 'c15t',
    about: '2',
    script: asScript('c15t', 'c15t'),
    start: `window.store = c15t.getOrCreateConsentRuntime({ mode: 'offline', overrides: { country: 'DE' },
      consentCategories: ['necessary', 'functionality', 'experience', 'measurement', 'marketing'] }).consentStore`,
    isReady: `store.getState().activeUI === 'banner'`,
    choose: `store.getState().setSelectedConsent('measurement', true); store.getState().saveConsents('custom')`,
    expected: { preferences: false, statistics: true, marketing: false },
    refuse: `store.getState().saveConsents('necessary')`,
    refused: { ...none, preferences: false },
  },
  {
    name: 'tarteaucitron',
    about: '1',
    script: file('tarteaucitronjs/tarteaucitron.js'),
    files: Object.fromEntries(
      ['tarteaucitron.services.js', 'lang/tarteaucitron.en.js', 'css/tarteaucitron.css'].map((path) => [
        `/${path}`,
        file(`tarteaucitronjs/${path}`),
      ]),
    ),
    start: `window.tarteaucitronForceLanguage = 'en'
      tarteaucitron.job = ['matomo', 'hotjar', 'facebookpixel']
      tarteaucitron.init({ highPrivacy: true, AcceptAllCta: true, DenyAllCta: true, bodyPosition: 'bottom' })`,
    isReady: `/facebookpixel=wait/.test(document.cookie)`,
    choose: `tarteaucitron.userInterface.respond(document.getElementById('hotjarAllowed'), true)
      tarteaucitron.userInterface.respond(document.getElementById('facebookpixelDenied'), false)`,
    expected: { statistics: true, marketing: false },
    refuse: `tarteaucitron.userInterface.respondAll(false)`,
    refused: none,
  },
  {
    name: 'probo',
    about: '0.18',
    script: asScript('@probo/cookie-banner/headless', 'probo'),
    files: {
      '/probo/shop/config': JSON.stringify({
        banner_id: 'shop',
        version: 1,
        consent_expiry_days: 180,
        consent_mode: 'OPT_IN',
        regulation: 'GDPR',
        categories: ['necessary', 'analytics', 'marketing'].map((slug) => ({
          name: slug,
          slug,
          kind: slug === 'necessary' ? 'NECESSARY' : 'NORMAL',
          cookies: [],
          gcm_consent_types: [],
        })),
        texts: {},
      }),
      '/probo/shop/consents': '{}',
    },
    start: `probo.registerHeadlessComponents()
      document.body.insertAdjacentHTML('beforeend', '<probo-cookie-banner-root banner-id="shop" base-url="' + location.origin +
        '/probo/"><probo-banner><probo-reject-button><button id="no">No</button></probo-reject-button></probo-banner></probo-cookie-banner-root>')
      window.root = document.querySelector('probo-cookie-banner-root')`,
    isReady: `root.state === 'banner'`,
    choose: `root.client.customize({ analytics: true })`,
    expected: { statistics: true, marketing: false },
    refuse: `document.getElementById('no').click()`,
    refused: none,
  },
]
