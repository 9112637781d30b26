import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Plugin } from '../../../../src/api/plugin.js'
import { amazonConsentSignal } from '../../../../src/plugins/amazon-consent-signal/index.js'
import { amplitude } from '../../../../src/plugins/amplitude/index.js'
import { fullstory } from '../../../../src/plugins/fullstory/index.js'
import { hubspot } from '../../../../src/plugins/hubspot/index.js'
import { intercom } from '../../../../src/plugins/intercom/index.js'
import { matomo } from '../../../../src/plugins/matomo/index.js'
import { meta } from '../../../../src/plugins/meta/index.js'
import { microsoftClarity } from '../../../../src/plugins/microsoft-clarity/index.js'
import { microsoftUet } from '../../../../src/plugins/microsoft-uet/index.js'
import { mixpanel } from '../../../../src/plugins/mixpanel/index.js'
import { pinterest } from '../../../../src/plugins/pinterest/index.js'
import { piwikPro } from '../../../../src/plugins/piwik-pro/index.js'
import { posthog } from '../../../../src/plugins/posthog/index.js'
import { sentryReplay } from '../../../../src/plugins/sentry-replay/index.js'
import { shopify } from '../../../../src/plugins/shopify/index.js'
import { tiktok } from '../../../../src/plugins/tiktok/index.js'
import { wpConsentApi } from '../../../../src/plugins/wp-consent-api/index.js'
import { zaraz } from '../../../../src/plugins/zaraz/index.js'
import { zendesk } from '../../../../src/plugins/zendesk/index.js'
import {
  type Calls,
  forget,
  type Install,
  methods,
  openPage,
  playVisits,
  recorder,
  type Visits,
} from './visits.js'

interface Case {
  readonly create: () => Plugin
  readonly install: Install
  readonly expected: Visits
}

const fn =
  (name: string): Install =>
  (calls) => ({ [name]: recorder(calls) })
const queue =
  (name: string): Install =>
  (calls) => ({ [name]: { push: recorder(calls) } })
const object =
  (name: string, ...names: string[]): Install =>
  (calls) => ({ [name]: methods(calls, ...names) })

const uet = (command: string, ad_storage: string) => ['consent', command, { ad_storage }]
const clarity = (state: string) => ['consentv2', { ad_Storage: state, analytics_Storage: state }]
const hub = (state: boolean) => [
  ['setHubSpotConsent', { analytics: state, advertisement: state, functionality: state }],
]
const zd = (cookies: string) => ['messenger:set', 'cookies', cookies]
const wp = (answer: string) =>
  ['preferences', 'statistics', 'statistics-anonymous', 'marketing'].map((type) => [type, answer])

/** Vendors that keep the answer themselves: what they keep outlives a page. */
const kept: Record<string, unknown> = {}

const cases: { readonly [vendor: string]: Case } = {
  'microsoft-uet': {
    create: microsoftUet,
    install: queue('uetq'),
    expected: {
      first: [uet('default', 'denied')],
      accept: [uet('update', 'granted')],
      reload: [uet('update', 'granted')],
      withdraw: [uet('update', 'denied')],
      reloadRefused: [uet('default', 'denied'), uet('update', 'denied')],
      reject: [uet('update', 'denied')],
    },
  },
  'microsoft-clarity': {
    create: microsoftClarity,
    install: fn('clarity'),
    expected: {
      first: [clarity('denied')],
      accept: [clarity('granted')],
      reload: [clarity('granted')],
      withdraw: [clarity('denied')],
      reloadRefused: [clarity('denied')],
      reject: [clarity('denied')],
    },
  },
  meta: {
    create: meta,
    install: fn('fbq'),
    expected: {
      first: [['consent', 'revoke']],
      accept: [['consent', 'grant']],
      reload: [['consent', 'grant']],
      withdraw: [['consent', 'revoke']],
      reloadRefused: [['consent', 'revoke']],
      reject: [['consent', 'revoke']],
    },
  },
  tiktok: {
    create: tiktok,
    install: object('ttq', 'holdConsent', 'grantConsent', 'revokeConsent'),
    expected: {
      first: [['holdConsent']],
      accept: [['grantConsent']],
      reload: [['grantConsent']],
      withdraw: [['revokeConsent']],
      reloadRefused: [['holdConsent'], ['revokeConsent']],
      reject: [['revokeConsent']],
    },
  },
  pinterest: {
    create: pinterest,
    install: fn('pintrk'),
    expected: {
      first: [['setconsent', false]],
      accept: [['setconsent', true]],
      reload: [['setconsent', true]],
      withdraw: [['setconsent', false]],
      reloadRefused: [['setconsent', false]],
      reject: [['setconsent', false]],
    },
  },
  'matomo, tracking': {
    create: matomo,
    install: queue('_paq'),
    expected: {
      first: [[['requireConsent']]],
      accept: [[['setConsentGiven']]],
      reload: [[['setConsentGiven']]],
      withdraw: [[['forgetConsentGiven']]],
      reloadRefused: [[['requireConsent']]],
      reject: [[['requireConsent']]],
    },
  },
  'matomo, cookies': {
    create: () => matomo({ waits: 'cookies' }),
    install: queue('_paq'),
    expected: {
      first: [[['requireCookieConsent']]],
      accept: [[['setCookieConsentGiven']]],
      reload: [[['setCookieConsentGiven']]],
      withdraw: [[['forgetCookieConsentGiven']]],
      reloadRefused: [[['requireCookieConsent']]],
      reject: [[['requireCookieConsent']]],
    },
  },
  'piwik-pro': {
    create: () => piwikPro({ types: { analytics: 'statistics', remarketing: 'marketing' } }),
    install: (calls) => ({
      ppms: {
        cm: {
          api(command: string, settings: unknown) {
            if (typeof settings === 'function') return settings(kept.piwik ? { consents: kept.piwik } : {})
            calls.push([command, settings])
            kept.piwik = { ...(kept.piwik as object), ...(settings as { consents: object }).consents }
          },
        },
      },
    }),
    expected: {
      first: [],
      accept: [
        ['setComplianceSettings', { consents: { analytics: { status: 1 }, remarketing: { status: 1 } } }],
      ],
      reload: [],
      withdraw: [
        ['setComplianceSettings', { consents: { analytics: { status: 0 }, remarketing: { status: 0 } } }],
      ],
      reloadRefused: [],
      reject: [],
    },
  },
  shopify: {
    create: shopify,
    install: (calls) => ({
      Shopify: {
        loadFeatures: (_features: unknown, done: () => void) => done(),
        customerPrivacy: {
          currentVisitorConsent: () => kept.shopify ?? { analytics: '', marketing: '', preferences: '' },
          setTrackingConsent(consent: Record<string, boolean>) {
            calls.push(consent)
            kept.shopify = Object.fromEntries(
              Object.entries(consent).map(([type, isGranted]) => [type, isGranted ? 'yes' : 'no']),
            )
          },
        },
      },
    }),
    expected: {
      first: [],
      accept: [{ analytics: true, marketing: true, preferences: true }],
      reload: [],
      withdraw: [{ analytics: false, marketing: false, preferences: false }],
      reloadRefused: [],
      reject: [],
    },
  },
  'wp-consent-api': {
    create: wpConsentApi,
    install: fn('wp_set_consent'),
    expected: {
      first: [],
      accept: wp('allow'),
      reload: wp('allow'),
      withdraw: wp('deny'),
      reloadRefused: wp('deny'),
      reject: wp('deny'),
    },
  },
  hubspot: {
    create: hubspot,
    install: queue('_hsp'),
    expected: {
      first: [hub(false)],
      accept: [hub(true)],
      reload: [hub(true)],
      withdraw: [hub(false), [['revokeCookieConsent']]],
      reloadRefused: [hub(false)],
      reject: [hub(false)],
    },
  },
  'amazon-consent-signal': {
    create: () => amazonConsentSignal({ country: 'BE' }),
    install: (calls) => ({
      amznConsent: () => {
        const said: unknown[] = []
        const say = (label: string) => (value: string) => {
          said.push(`${label}${value}`)
          return builder
        }
        const builder = {
          setCountryCode: say(''),
          setEnableAdStorage: say('storage '),
          setEnableUserData: say('data '),
          build: () => void calls.push(said),
        }
        return builder
      },
    }),
    expected: {
      first: [],
      accept: [['BE', 'storage GRANTED', 'data GRANTED']],
      reload: [['BE', 'storage GRANTED', 'data GRANTED']],
      withdraw: [['BE', 'storage DENIED', 'data DENIED']],
      reloadRefused: [['BE', 'storage DENIED', 'data DENIED']],
      reject: [['BE', 'storage DENIED', 'data DENIED']],
    },
  },
  zendesk: {
    create: () => zendesk({ refused: 'functional' }),
    install: fn('zE'),
    expected: {
      first: [zd('functional')],
      accept: [zd('all')],
      reload: [zd('all')],
      withdraw: [zd('functional')],
      reloadRefused: [zd('functional')],
      reject: [zd('functional')],
    },
  },
  intercom: {
    create: intercom,
    install: (calls) => ({
      Intercom: (command: string, settings?: object) =>
        void calls.push([command, settings && { ...settings }]),
      intercomSettings: { app_id: 'a' },
    }),
    expected: {
      first: [],
      accept: [['boot', { app_id: 'a', disabled: false }]],
      reload: [],
      withdraw: [['shutdown', undefined]],
      reloadRefused: [],
      reject: [],
    },
  },
  fullstory: {
    create: fullstory,
    install: (calls) => ({ FS: recorder(calls), _fs_capture_on_startup: undefined }),
    expected: {
      first: [],
      accept: [['start']],
      reload: [],
      withdraw: [['shutdown']],
      reloadRefused: [],
      reject: [],
    },
  },
  zaraz: {
    create: () => zaraz({ types: { dgHk: 'statistics', pQcJ: 'marketing' } }),
    install: (calls) => ({
      zaraz: {
        consent: {
          APIReady: true,
          get: (purpose: string) => (kept.zaraz as Record<string, boolean> | undefined)?.[purpose],
          set(states: object) {
            calls.push(states)
            kept.zaraz = { ...(kept.zaraz as object), ...states }
          },
          sendQueuedEvents: () => void calls.push('queued'),
        },
      },
    }),
    expected: {
      first: [],
      accept: [{ dgHk: true, pQcJ: true }, 'queued'],
      reload: [],
      withdraw: [{ dgHk: false, pQcJ: false }, 'queued'],
      reloadRefused: [],
      reject: [],
    },
  },
  posthog: {
    create: posthog,
    install: (calls) => ({
      posthog: {
        __loaded: true,
        has_opted_in_capturing: () => !!kept.posthog,
        opt_in_capturing() {
          kept.posthog = true
          calls.push('in')
        },
        opt_out_capturing() {
          kept.posthog = false
          calls.push('out')
        },
      },
    }),
    expected: { first: [], accept: ['in'], reload: ['in'], withdraw: ['out'], reloadRefused: [], reject: [] },
  },
  mixpanel: {
    create: mixpanel,
    install: (calls) => ({
      mixpanel: {
        __loaded: true,
        has_opted_out_tracking: () => kept.mixpanel === false,
        opt_in_tracking() {
          kept.mixpanel = true
          calls.push('in')
        },
        opt_out_tracking() {
          kept.mixpanel = false
          calls.push('out')
        },
      },
    }),
    expected: {
      first: ['out'],
      accept: ['in'],
      reload: [],
      withdraw: ['out'],
      reloadRefused: [],
      reject: [],
    },
  },
  amplitude: {
    create: amplitude,
    install: object('amplitude', 'setOptOut'),
    expected: {
      first: [['setOptOut', true]],
      accept: [['setOptOut', false]],
      reload: [['setOptOut', false]],
      withdraw: [['setOptOut', true]],
      reloadRefused: [['setOptOut', true]],
      reject: [['setOptOut', true]],
    },
  },
  'sentry-replay': {
    create: sentryReplay,
    install: (calls) => ({ Sentry: { getReplay: () => methods(calls, 'start', 'stop') } }),
    expected: {
      first: [],
      accept: [['start']],
      reload: [['start']],
      withdraw: [['stop']],
      reloadRefused: [],
      reject: [],
    },
  },
}

const page = window as unknown as Record<string, unknown>

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  for (const name of Object.keys(kept)) delete kept[name]
})
afterEach(forget)

describe.each(Object.entries(cases))('%s', (_, { create, install, expected }) => {
  test('is told exactly this, visit by visit', () => {
    expect(playVisits(create, install)).toEqual(expected)
  })

  test('is left alone where its global is absent, through every answer', () => {
    const globals = Object.keys(install([]))
    const errors: unknown[] = []
    const { consent, close } = openPage(create(), {})
    consent.on('error', (error) => errors.push(error))
    consent.acceptAll()
    consent.withdraw()
    close()
    for (const name of globals) delete page[name]
    expect(errors).toEqual([])
  })

  test('a function of it that throws is reported once and changes no decision', () => {
    const broken = () => {
      throw new Error('broken')
    }
    // Whatever is called on it, at any depth, throws.
    const trap: unknown = new Proxy(broken, {
      get: (_target, name) => (name === '__loaded' || name === 'APIReady' ? true : trap),
    })
    const globals = Object.fromEntries(Object.keys(install([])).map((name) => [name, trap]))
    const plugin = create()
    for (const [name, value] of Object.entries(globals)) page[name] = value
    const errors: string[] = []
    const listen = (event: Event) => errors.push((event as CustomEvent).detail.message)
    document.addEventListener('askfirst:error', listen)
    const { consent, close } = openPage(plugin, globals)
    consent.acceptAll()
    expect(consent.isGranted('marketing')).toBe(true)
    consent.withdraw()
    expect(consent.isGranted('marketing')).toBe(false)
    close()
    document.removeEventListener('askfirst:error', listen)
    expect(errors.filter((message) => message.startsWith(`${plugin.name}: `))).toHaveLength(1)
    expect(errors).toHaveLength(1)
  })
})

test('what WordPress plugins wait for is there before the first answer', () => {
  const calls: Calls = []
  const heard: unknown[] = []
  document.addEventListener('wp_consent_type_defined', () => heard.push(page.wp_consent_type), { once: true })
  const { close } = openPage(wpConsentApi(), { wp_set_consent: recorder(calls) })
  close()
  expect([heard, calls]).toEqual([['optin'], []])
})

test('Intercom and FullStory are held before their code is there', () => {
  page.intercomSettings = { app_id: 'a' }
  const chat = openPage(intercom(), {})
  expect(page.intercomSettings).toEqual({ app_id: 'a', disabled: true })
  chat.close()
  const recording = openPage(fullstory(), {})
  expect(page._fs_capture_on_startup).toBe(false)
  recording.consent.acceptAll()
  expect(page._fs_capture_on_startup).toBe(true)
  recording.close()
  delete page.intercomSettings
  delete page._fs_capture_on_startup
})

test("HubSpot's own banner stays away", () => {
  const { close } = openPage(hubspot(), {})
  expect(page.disableHubSpotCookieBanner).toBe(true)
  close()
  delete page._hsp
})

test('a vendor with several purposes hears a partial answer as it is', () => {
  const calls: Calls = []
  const { consent, close } = openPage(microsoftClarity(), { clarity: recorder(calls) })
  consent.save({ statistics: true })
  close()
  expect(calls.at(-1)).toEqual(['consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' }])
})

test('a vendor that remembers a grant without a record is told to stop', () => {
  kept.posthog = kept.mixpanel = true
  for (const vendor of ['posthog', 'mixpanel'] as const) {
    const calls: Calls = []
    const { create, install } = cases[vendor] as Case
    openPage(create(), install(calls)).close()
    expect(calls).toEqual(['out'])
  }
})
