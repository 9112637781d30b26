import { describe, expect, test } from 'vitest'
import { importers } from '../../../src/cdn/importers.js'
import { defaultCategories } from '../../../src/model/decision.js'
import { foreignStores } from '../../../src/model/foreign-stores.js'
import type { Importer } from '../../../src/model/importer.js'
import { readAllImported } from '../../../src/model/read-imported.js'
import type { Choices } from '../../../src/model/record.js'
import { translateAnswer } from '../../../src/model/translate-answer.js'

/** Values as the systems write them, recorded from their packages or from browsers. */
interface Recorded {
  readonly cookies?: string
  readonly items?: { readonly [key: string]: string }
}

type Importers = typeof importers
type Make = NonNullable<Importers[string]>

const read = (name: string, { cookies, items = {} }: Recorded, ...given: Parameters<Make>) => {
  const importer = (importers[name] as Make)(...given)
  const answer = importer.find(
    foreignStores(cookies, (key) => items[key]),
    importer.map,
  )
  const time = answer?.time === undefined ? undefined : new Date(answer.time as string)
  // As `readImported` does: a time that is none makes the answer none.
  if (!answer || (time && !(+time > 0))) return
  return { choices: { ...translateAnswer(importer, answer) }, time }
}

const choicesOf = (...given: Parameters<typeof read>) => read(...given)?.choices
const timeOf = (...given: Parameters<typeof read>) => read(...given)?.time?.toISOString()

const vcc3 = {
  categories: ['necessary', 'analytics'],
  revision: 1,
  data: null,
  consentTimestamp: '2025-06-01T10:00:00.000Z',
  consentId: '1c6bd4b5-1111-4222-8333-444455556666',
  services: { necessary: [], analytics: ['ga'], ads: [] },
  languageCode: 'en',
  lastConsentTimestamp: '2025-06-02T10:00:00.000Z',
}
const cookie = (name: string, value: unknown) => ({
  cookies: `a=1; ${name}=${encodeURIComponent(JSON.stringify(value))}; b=2`,
})
const raw = (name: string, value: string) => ({ cookies: `a=1; ${name}=${value}; b=2` })
const cookiebot = (fields: string) => raw('CookieConsent', fields)

const explicit =
  '{stamp:%27iL9jAbc==%27%2Cnecessary:true%2Cpreferences:false%2Cstatistics:true%2Cmarketing:false%2Cmethod:%27explicit%27%2Cver:7%2Cutc:1731969341591%2Cregion:%27de%27}'

describe('explicit answers, with their time where there is one', () => {
  const cases: [name: string, about: string, Recorded, Choices, time?: string][] = [
    [
      'cookiebot',
      'as uc.js writes it',
      cookiebot(explicit),
      { preferences: false, statistics: true, marketing: false },
      '2024-11-18T22:35:41.591Z',
    ],
    [
      'cookiebot',
      'as a server decodes it',
      cookiebot(decodeURIComponent(explicit)),
      { preferences: false, statistics: true, marketing: false },
      '2024-11-18T22:35:41.591Z',
    ],
    [
      'cookiebot',
      'an old refusal',
      cookiebot('0'),
      { preferences: false, statistics: false, marketing: false },
    ],
    [
      'cookiebot',
      'of two cookies the longer',
      { cookies: `CookieConsent=-1; CookieConsent=${explicit}` },
      { preferences: false, statistics: true, marketing: false },
      '2024-11-18T22:35:41.591Z',
    ],
    [
      'vanilla-cookieconsent',
      'version 3',
      cookie('cc_cookie', vcc3),
      { necessary: true, statistics: true, 'statistics.*': false, 'statistics.ga': true, marketing: false },
      '2025-06-02T10:00:00.000Z',
    ],
    [
      'vanilla-cookieconsent',
      'version 3 in local storage',
      { items: { cc_cookie: JSON.stringify({ ...vcc3, expirationTime: Date.now() + 1e9 }) } },
      { necessary: true, statistics: true, 'statistics.*': false, 'statistics.ga': true, marketing: false },
      '2025-06-02T10:00:00.000Z',
    ],
    [
      'vanilla-cookieconsent',
      'version 2, raw JSON',
      raw(
        'cc_cookie',
        '{"categories":["necessary","analytics"],"level":["necessary","analytics"],"revision":0,"data":null,"rfc_cookie":false,"consent_date":"2024-03-01T08:00:00.000Z","consent_uuid":"6a5b","last_consent_update":"2024-03-02T08:00:00.000Z"}',
      ),
      { necessary: true, statistics: true, preferences: false, marketing: false },
      '2024-03-02T08:00:00.000Z',
    ],
    [
      'klaro',
      'by service',
      raw('klaro', '%7B%22analytics%22%3Atrue%2C%22ads%22%3Afalse%2C%22youtube%22%3Atrue%7D'),
      { statistics: true, marketing: false, youtube: true },
    ],
    [
      'orejime',
      'version 3',
      raw('eu-consent', '{%22analytics%22:true%2C%22ads%22:false}'),
      { statistics: true, marketing: false },
    ],
    [
      'orejime',
      'version 2',
      raw('orejime', '{%22analytics%22:false%2C%22youtube%22:true}'),
      { statistics: false, youtube: true },
    ],
    [
      'tarteaucitron',
      'without what waits',
      raw('tarteaucitron', '!gtag=true!multiplegtag=false!vimeo=wait!youtube=false'),
      { statistics: true, multiplegtag: false, youtube: false },
    ],
    [
      'tarteaucitron',
      'without what it starts unasked',
      raw('tarteaucitron', '!matomo=true!plausible=true!matomohightrack=false!hotjar=true'),
      { matomohightrack: false, statistics: true },
    ],
    [
      'c15t',
      'cookie: what is left out was refused',
      raw(
        'c15t',
        'c.necessary:1,c.measurement:1,c.marketing:1,i.t:1795327286545,i.sid:sub_111D6dcf,i.mpf:530a2fff',
      ),
      { preferences: false, statistics: true, marketing: true },
      new Date(1795327286545).toISOString(),
    ],
    [
      'c15t',
      'local storage',
      {
        items: {
          c15t: '{"consents":{"necessary":true,"measurement":true,"marketing":false},"consentInfo":{"time":1795327286545,"subjectId":"sub_1"}}',
        },
      },
      { preferences: false, statistics: true, marketing: false },
      new Date(1795327286545).toISOString(),
    ],
    [
      'probo',
      'by slug',
      cookie('probo_consent', {
        bid: 'b',
        v: 3,
        vid: 'v',
        action: 'CUSTOMIZE',
        data: { analytics: true, marketing: false },
      }),
      { statistics: true, marketing: false },
    ],
    [
      'osano',
      'version 3',
      raw('cookieconsent_status', 'allow'),
      { preferences: true, statistics: true, marketing: true },
    ],
    [
      'osano',
      'version 4',
      {
        cookies:
          'cookieconsent_status_ESSENTIAL=ALLOW; cookieconsent_status_ANALYTICS=DENY; cookieconsent_status_MARKETING=DISMISS',
      },
      { necessary: true, statistics: false },
    ],
    [
      'silktide',
      'refusals alone',
      {
        items: {
          silktideCookieBanner_InitialChoice: '1',
          silktideCookieChoice_analytics: 'false',
          silktideCookieChoice_advertising: 'true',
        },
      },
      { statistics: false },
    ],
    [
      'segment',
      'categories and mapped vendors',
      raw(
        'tracking-preferences',
        '{%22version%22:1%2C%22destinations%22:{%22Amplitude%22:true}%2C%22custom%22:{%22marketingAndAnalytics%22:true%2C%22advertising%22:false%2C%22functional%22:null}}',
      ),
      { statistics: true, marketing: false },
    ],
    [
      'finsweet',
      'encoded twice',
      raw(
        'fs-cc',
        encodeURIComponent(
          encodeURIComponent(
            '{"id":"x","consents":{"analytics":true,"essential":true,"marketing":false,"personalization":true,"uncategorized":true}}',
          ),
        ),
      ),
      { statistics: true, necessary: true, marketing: false, preferences: true },
    ],
    [
      'onetrust',
      'groups',
      {
        cookies:
          'OptanonConsent=isGpcEnabled=0&datestamp=Thu+Jan+22+2026+15%3A26%3A49+GMT%2B0800&version=202512.1.0&browserGpcFlag=0&interactionCount=1&groups=C0001%3A1%2CC0002%3A1%2CC0003%3A0%2CC0004%3A1%2CC0005%3A0&intType=3&AwaitingReconsent=false; OptanonAlertBoxClosed=2026-01-22T07:26:49.236Z',
      },
      { necessary: true, statistics: true, preferences: false, marketing: false },
      '2026-01-22T07:26:49.236Z',
    ],
    [
      'usercentrics',
      'version 3, by name',
      {
        items: {
          ucData:
            '{"gcm":{"analyticsStorage":"granted"},"consent":{"services":{"HkocEodjb7":{"name":"Google Analytics","consent":true},"S1_9Vsuj":{"name":"Meta Pixel","consent":false}}},"ui":{"language":"de"}}',
        },
      },
      { 'Google Analytics': true, 'Meta Pixel': false },
    ],
    [
      'usercentrics',
      'version 2, by id, without what was implicit',
      {
        items: {
          uc_user_interaction: 'true',
          uc_settings:
            '{"controllerId":"c","id":"s","services":[{"id":"HkocEodjb7","status":true,"history":[{"action":"onInitialPageLoad","type":"implicit","timestamp":1700000000000},{"action":"onAcceptAllServices","type":"explicit","timestamp":1700000009000}]},{"id":"S1_9Vsuj","status":true,"history":[{"type":"implicit","timestamp":1700000000000}]}]}',
        },
      },
      { HkocEodjb7: true },
      new Date(1700000009000).toISOString(),
    ],
    [
      'didomi',
      'purposes',
      raw(
        'didomi_token',
        btoa(
          '{"user_id":"179f0a80","created":"2025-06-09T12:07:41.710Z","updated":"2025-06-10T12:07:41.710Z","version":2,"purposes":{"enabled":["cookies","analytics"],"disabled":["ad_delivery","content_personalization"]},"vendors":{"enabled":["google"]}}',
        ),
      ),
      { statistics: true, marketing: false, preferences: false },
      '2025-06-10T12:07:41.710Z',
    ],
    [
      'axeptio',
      'by vendor',
      raw(
        'axeptio_cookies',
        '{%22$$token%22:%22h1gr%22%2C%22$$date%22:%222025-08-08T10:41:59.523Z%22%2C%22$$cookiesVersion%22:{%22name%22:%22x%22}%2C%22$$completed%22:true%2C%22google_analytics%22:true%2C%22Criteo%22:false}',
      ),
      { statistics: true, Criteo: false },
      '2025-08-08T10:41:59.523Z',
    ],
    [
      'cookieyes',
      'current',
      raw(
        'cookieyes-consent',
        'consentid:Zk9,consent:yes,action:yes,necessary:yes,functional:no,analytics:yes,performance:yes,advertisement:no',
      ),
      { necessary: true, preferences: false, statistics: true, marketing: false },
    ],
    [
      'cookieyes',
      'CookieLawInfo',
      {
        cookies:
          'viewed_cookie_policy=yes; cookielawinfo-checkbox-analytics=yes; cookielawinfo-checkbox-advertisement=no',
      },
      { statistics: true, marketing: false },
    ],
    [
      'complianz',
      'categories and services',
      {
        cookies:
          'cmplz_banner-status=dismissed; cmplz_policy_id=28; cmplz_marketing=deny; cmplz_statistics=allow; cmplz_preferences=deny; cmplz_functional=allow; cmplz_consented_services=%7B%22youtube%22%3Atrue%7D',
      },
      { youtube: true, marketing: false, statistics: true, preferences: false, necessary: true },
    ],
    [
      'iubenda',
      'purposes',
      raw(
        '_iub_cs-50053366',
        '%7B%22timestamp%22%3A%222025-02-05T15%3A40%3A00.391Z%22%2C%22version%22%3A%221.75.1%22%2C%22purposes%22%3A%7B%221%22%3Atrue%2C%223%22%3Atrue%2C%224%22%3Atrue%2C%225%22%3Afalse%7D%2C%22id%22%3A50053366%7D',
      ),
      { necessary: true, preferences: true, statistics: true, marketing: false },
      '2025-02-05T15:40:00.391Z',
    ],
    [
      'termly',
      'categories',
      {
        items: {
          TERMLY_API_CACHE:
            '{"SOMETHING":{"createdAt":1,"value":{}},"TERMLY_COOKIE_CONSENT":{"createdAt":1750000000000,"value":{"essential":true,"advertising":false,"analytics":true,"performance":false,"social_networking":true,"unclassified":true,"do_not_sell":false}}}',
        },
      },
      { necessary: true, marketing: false, statistics: true, preferences: false },
      new Date(1750000000000).toISOString(),
    ],
    [
      'borlabs',
      'groups and their services',
      cookie('borlabs-cookie', {
        consents: { essential: ['borlabs-cookie'], statistics: ['matomo'] },
        domainPath: 'www.shop.test/',
        expires: 'Sat, 06 Jun 2026 10:00:00 GMT',
        uid: 'anonymous',
        v3: true,
        version: 1,
      }),
      {
        necessary: true,
        'necessary.*': false,
        'necessary.borlabs-cookie': true,
        statistics: true,
        'statistics.*': false,
        'statistics.matomo': true,
        preferences: false,
        marketing: false,
      },
    ],
    [
      'civic',
      'accepted and revoked',
      cookie('CookieControl', {
        necessaryCookies: [],
        optionalCookies: { analytics: 'accepted', marketing: 'revoked' },
        statement: {},
        consentDate: 1725030992628,
        consentExpiry: 90,
        interactedWith: true,
        user: '60046416',
      }),
      { statistics: true, marketing: false },
      new Date(1725030992628).toISOString(),
    ],
    [
      'nhsuk',
      'its own categories',
      cookie('nhsuk-cookie-consent', {
        necessary: true,
        preferences: false,
        statistics: true,
        marketing: false,
        consented: true,
        version: 7,
      }),
      { necessary: true, preferences: false, statistics: true, marketing: false },
    ],
  ]

  test.each(cases)('%s, %s', (name, _about, recorded, choices, time) => {
    expect(choicesOf(name, recorded)).toEqual(choices)
    expect(timeOf(name, recorded)).toBe(time)
  })

  test('every system has a case', () => {
    expect(new Set(cases.map(([name]) => name))).toEqual(new Set(Object.keys(importers)))
  })
})

describe('dismissed, implied, granted by region and made by a signal are no answers', () => {
  const implied = explicit.replace('explicit', 'implied')
  test.each<[string, string, Recorded]>([
    ['cookiebot', 'a region without consent', cookiebot('-1')],
    ['cookiebot', 'implied, pending', cookiebot('-2')],
    ['cookiebot', 'the test cookie', cookiebot('-3')],
    ['cookiebot', 'implied', cookiebot(implied)],
    ['cookiebot', 'stamp -1', cookiebot(explicit.replace('iL9jAbc==', '-1'))],
    [
      'cookiebot',
      'no method',
      cookiebot("{stamp:'x',necessary:true,marketing:true,ver:1,utc:1700000000000}"),
    ],
    [
      'vanilla-cookieconsent',
      'ended by its own terms',
      { items: { cc_cookie: JSON.stringify({ ...vcc3, expirationTime: 1 }) } },
    ],
    ['vanilla-cookieconsent', 'no time', cookie('cc_cookie', { categories: ['ads'], services: {} })],
    ['probo', 'GPC', cookie('probo_consent', { action: 'GPC', data: { marketing: true } })],
    [
      'probo',
      'a notice closed',
      cookie('probo_consent', { action: 'ACKNOWLEDGE', data: { marketing: true } }),
    ],
    ['osano', 'dismissed', raw('cookieconsent_status', 'dismiss')],
    ['silktide', 'no choice yet', { items: { silktideCookieChoice_analytics: 'false' } }],
    ['onetrust', 'the alert is open', raw('OptanonConsent', 'groups=C0001%3A1%2CC0002%3A1')],
    [
      'onetrust',
      'no interaction',
      {
        cookies:
          'OptanonConsent=interactionCount=0&groups=C0002%3A1; OptanonAlertBoxClosed=2026-01-22T07:26:49Z',
      },
    ],
    [
      'usercentrics',
      'implicit',
      { items: { ucData: '{"consent":{"type":"IMPLICIT","services":{"a":{"name":"A","consent":true}}}}' } },
    ],
    [
      'usercentrics',
      'no interaction',
      { items: { uc_settings: '{"services":[{"id":"a","status":true}]}', uc_user_interaction: 'false' } },
    ],
    [
      'didomi',
      'no choice yet',
      raw('didomi_token', btoa('{"user_id":"1","created":"2025-06-09T12:07:41.710Z"}')),
    ],
    [
      'axeptio',
      'not completed',
      cookie('axeptio_cookies', { $$completed: false, $$date: '2025-08-08', ga: true }),
    ],
    ['cookieyes', 'no action', raw('cookieyes-consent', 'consentid:x,consent:no,action:,analytics:yes')],
    ['cookieyes', 'defaults of CookieLawInfo', raw('cookielawinfo-checkbox-analytics', 'yes')],
    ['complianz', 'granted by region', { cookies: 'cmplz_banner-status=show; cmplz_marketing=allow' }],
    [
      'iubenda',
      'scrolled',
      cookie('_iub_cs-71185313', { consent: true, timestamp: '2023-10-12T16:03:31.031Z' }),
    ],
    ['iubenda', 'another law', cookie('_iub_cs-90483436-uspr', { s: true, adv: true })],
    [
      'civic',
      'not interacted',
      cookie('CookieControl', {
        optionalCookies: { analytics: 'accepted' },
        consentDate: 1,
        interactedWith: false,
      }),
    ],
    ['nhsuk', 'not consented', cookie('nhsuk-cookie-consent', { statistics: true, consented: false })],
  ])('%s: %s', (name, _about, recorded) => {
    expect(choicesOf(name, recorded) ?? {}).toEqual({})
  })

  test('refusals of a browser signal are not taken from OneTrust', () => {
    const cookies =
      'OptanonConsent=isGpcEnabled=1&groups=C0002%3A1%2CC0004%3A0; OptanonAlertBoxClosed=2026-01-22T07:26:49Z'
    expect(choicesOf('onetrust', { cookies })).toEqual({ statistics: true })
  })
})

describe('maps', () => {
  const both = cookie('klaro', { matomo: true, hotjar: false, youtube: true })

  test('of several answers for one name a refusal counts, in any order', () => {
    expect(choicesOf('klaro', both, { matomo: 'statistics', hotjar: 'statistics' })).toMatchObject({
      statistics: false,
    })
    expect(choicesOf('klaro', both, { hotjar: 'statistics', matomo: 'statistics' })).toMatchObject({
      statistics: false,
    })
  })
  test('a name may stand for several, for a service, or for nothing', () => {
    const map = { matomo: 'statistics preferences', youtube: 'marketing.youtube', hotjar: false } as const
    expect(choicesOf('klaro', both, map)).toEqual({
      statistics: true,
      preferences: true,
      'marketing.youtube': true,
    })
  })
  test('the site may have renamed the cookie', () => {
    expect(choicesOf('klaro', cookie('my-klaro', { ads: false }), {}, { key: 'my-klaro' })).toEqual({
      marketing: false,
    })
  })
  test('refusals alone are taken on request, grants of Silktide on request', () => {
    expect(
      choicesOf('klaro', cookie('klaro', { ads: false, analytics: true }), {}, { grants: false }),
    ).toEqual({ marketing: false })
    const items = { silktideCookieBanner_InitialChoice: '1', silktideCookieChoice_analytics: 'true' }
    expect(choicesOf('silktide', { items }, {}, { grants: true })).toEqual({ statistics: true })
  })
  test('a name that every object has is no name of a map', () => {
    expect(choicesOf('klaro', raw('klaro', '{"constructor":true,"toString":false}'))).toEqual({
      constructor: true,
      toString: false,
    })
  })
})

describe('what cannot be read is no answer and no exception', () => {
  const names = Object.keys(importers)
  const placesOf = ({ cookies = [], items = [] }: Importer) =>
    [...cookies, ...items].map((place) => place.replace('*', '1'))
  const places = names.flatMap((name) => placesOf((importers[name] as Make)()))
  const rubbish = Array.from({ length: 4096 }, (_, at) => String.fromCharCode(33 + ((at * 7919) % 90)))
    .join('')
    .replaceAll(';', '_')
  const values = [
    '',
    '%',
    '%7B',
    'null',
    '[]',
    '[{"a":true}]',
    '"x"',
    '1',
    '{}',
    '{"__proto__":{"marketing":true}}',
    '{"consents":null,"services":7,"categories":{},"purposes":[],"custom":"x","data":[]}',
    '!__proto__=true',
    "{stamp:'x',method:'explicit',utc:1731969341591,__proto__:true}",
    'c.__proto__:1,i.t:x',
    rubbish,
    `${rubbish.slice(0, 4000)}{"marketing":true`,
  ]

  test.each(names)('%s', (name) => {
    for (const value of values) {
      const items = Object.fromEntries(places.map((place) => [place, value]))
      const cookies = places.map((place) => `${place}=${value}`).join('; ')
      for (const stores of [
        foreignStores('', (key) => items[key]),
        foreignStores(cookies, (key) => items[key]),
      ]) {
        const all = readAllImported(stores, [(importers[name] as Make)()], {
          categories: defaultCategories,
          days: 182,
        })
        for (const { choices } of all) expect(Object.values(choices)).not.toContain(true)
      }
    }
    expect(({} as Choices).marketing).toBeUndefined()
  })
})
