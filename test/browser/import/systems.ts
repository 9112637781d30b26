import { readFileSync } from 'node:fs'

const file = (path: string) => readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), 'utf8')

/** A page of another system: its package as published, and the visitor's clicks or calls. */
export interface System {
  /** Name in `askfirst/import/`. */
  readonly name: string
  readonly about: string
  /** Text of the package's file for script tags. */
  readonly script: string
  /** Runs after it. */
  readonly start: string
  /** Makes the visitor's choice: statistics granted, marketing refused. */
  readonly choose: string
  /** Arguments of the importer. */
  readonly map?: string
  readonly expected: { readonly [name: string]: boolean }
}

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
  },
  {
    name: 'vanilla-cookieconsent',
    about: '3, one service of two',
    script: file('vanilla-cookieconsent/dist/cookieconsent.umd.js'),
    ...vcc('CookieConsent'),
    choose: `CookieConsent.acceptService('ga', 'analytics')`,
    map: `{ 'analytics.ga': 'statistics.ga' }`,
    expected: { statistics: true, 'statistics.ga': true, 'statistics.hotjar': false, marketing: false },
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
  },
  {
    name: 'klaro',
    about: 'cookie',
    script: file('klaro/dist/klaro-no-css.js'),
    start: `window.manager = klaro.getManager({ services: [{ name: 'matomo', purposes: ['analytics'] }, { name: 'pixel', purposes: ['ads'] }] })`,
    choose: `manager.updateConsent('matomo', true); manager.updateConsent('pixel', false); manager.saveAndApplyConsents()`,
    map: `{ matomo: 'statistics', pixel: 'marketing' }`,
    expected: { statistics: true, marketing: false },
  },
  {
    name: 'orejime',
    about: '3',
    script: file('orejime/dist/orejime-standard-en.js'),
    start: `window.orejimeConfig = { privacyPolicyUrl: '/p', purposes: [{ id: 'analytics', title: 'A', cookies: [] }, { id: 'ads', title: 'B', cookies: [] }] }`,
    choose: `orejime.manager.setConsents({ analytics: true, ads: false })`,
    expected: { statistics: true, marketing: false },
  },
  {
    name: 'osano',
    about: '3',
    script: file('cookieconsent/build/cookieconsent.min.js'),
    start: `window.popup = undefined; cookieconsent.initialise({ type: 'opt-in', onInitialise() {} }, (it) => { window.popup = it })`,
    choose: `document.querySelector('.cc-deny').click()`,
    expected: { preferences: false, statistics: false, marketing: false },
  },
]
