import { expect, test } from 'vitest'
import type { Facts } from '../../../src/audit/rules/facts.js'
import { judge, rules } from '../../../src/audit/rules/judge.js'
import { asked, declaration, facts, item } from './facts.js'

const brief = (more: Partial<Facts>) =>
  judge(facts(more)).map(({ severity, rule, subject }) => `${severity} ${rule} ${subject}`)
const answered = { phase: 'accept', method: 'buttons', detail: '', banner: true } as const

test('a site without third parties, with a session cookie of its own, has no finding', () => {
  const storage = [
    item({ name: 'PHPSESSID', httpOnly: true, lifetime: 'session' }),
    item({ name: 'theme', kind: 'local-storage' }),
  ]
  expect(brief({ storage })).toEqual([])
})

test('what open data knows as statistics is held against the site before and after a refusal', () => {
  const suggestion = {
    vendor: 'Vendor',
    category: 'statistics',
    certainty: 'high',
    source: 'Open Cookie Database',
  } as const
  const storage = [item({ name: '_known', seen: ['before', 'reject'], suggestion })]
  expect(brief({ storage, answers: [answered] })).toEqual([
    'error storage-before-consent cookie _known www.shop.test',
    'error storage-after-reject cookie _known www.shop.test',
  ])
})

test('a name that many sites use is not held against one', () => {
  const suggestion = {
    vendor: 'Vendor',
    category: 'marketing',
    certainty: 'low',
    source: 'Open Cookie Database',
  } as const
  expect(brief({ storage: [item({ name: 'lang', suggestion })] })).toEqual([])
})

test('the declaration of the site goes before open data', () => {
  const suggestion = {
    vendor: 'Vendor',
    category: 'necessary',
    certainty: 'high',
    source: 'Open Cookie Database',
  } as const
  const declared = declaration({ items: [{ name: 'x_*', kind: 'cookie', category: 'marketing' }] })
  expect(
    brief({ storage: [item({ name: 'x_1', suggestion })], declaration: declared, answers: [answered] }),
  ).toEqual(['error storage-before-consent cookie x_1 www.shop.test'])
})

test('an opt-out category may store before an answer, and not after a refusal', () => {
  const declared = declaration({ items: [{ name: 'm', kind: 'cookie', category: 'measure' }] })
  expect(
    brief({ storage: [item({ name: 'm', seen: ['before', 'reject'] })], declaration: declared }),
  ).toEqual(['error storage-after-reject cookie m www.shop.test'])
})

test('the record of askfirst and the answers that other tools keep are never held against a site', () => {
  const storage = [
    item({ name: 'askfirst', seen: ['reject'] }),
    item({ name: 'cc_cookie', seen: ['reject', 'withdraw'] }),
  ]
  expect(brief({ storage, declaration: declaration() })).toEqual([])
})

test('with a declaration, everything that is stored must be in it', () => {
  const storage = [
    item({ name: 'extra', kind: 'local-storage', seen: ['accept'] }),
    item({ name: '/w.js', kind: 'service-worker' }),
  ]
  expect(brief({ storage, declaration: declaration() })).toEqual([
    'error undeclared-storage local-storage extra www.shop.test',
  ])
})

test('a pattern and a regular expression declare what they match, kind by kind', () => {
  const items = [
    { name: '_ga_*', kind: 'cookie', category: 'statistics' },
    { name: '/^s\\d+$/', expression: ['^s\\d+$', 'g'], kind: 'local-storage', category: 'statistics' },
  ] as const
  const seen = ['accept'] as const
  const storage = [
    item({ name: '_ga_A', seen }),
    item({ name: 's12', kind: 'local-storage', seen }),
    item({ name: 's12', seen }),
  ]
  expect(brief({ storage, declaration: declaration({ items }), answers: [answered] })).toEqual([
    'error undeclared-storage cookie s12 www.shop.test',
  ])
})

test('a declared item that open data knows as marketing is misfiled under a required category', () => {
  const items = [{ name: '_fbp', kind: 'cookie', category: 'necessary' }] as const
  const know = () =>
    ({ vendor: 'Vendor', category: 'marketing', certainty: 'high', source: 'Open Cookie Database' }) as const
  const found = judge(facts({ declaration: declaration({ items }) }), know)
  expect(found.map(({ rule }) => rule)).toEqual(['misfiled-storage'])
})

test('a declared item that was not seen is a note, and only after everything was accepted', () => {
  const items = [{ name: 'gone', kind: 'cookie', category: 'statistics' }] as const
  expect(brief({ declaration: declaration({ items }) })).toEqual([])
  expect(brief({ declaration: declaration({ items }), answers: [answered] })).toEqual([
    'note declared-but-not-seen declared cookie gone',
  ])
})

test('what another site keeps under its own name cannot be erased by this one', () => {
  const foreign = item({ name: 'tid', domain: 'ads.test', party: 'third', seen: ['accept', 'withdraw'] })
  expect(brief({ storage: [foreign], answers: [answered] })).toEqual([
    'note left-after-withdrawal cookie tid ads.test',
  ])
})

test('a host that is known for advertising, or sets cookies, or is sent identifiers, is no matter of taste', () => {
  const ad = { vendor: 'V', category: 'ad', certainty: 'high', source: 'third-party-web' } as const
  const requests = [
    asked({ host: 'ad.test', suggestion: ad }),
    asked({ host: 'cookie.test', setsCookies: ['a'] }),
    asked({ host: 'id.test', identifierBytes: 20 }),
    asked({ host: 'plain.test' }),
  ]
  expect(brief({ requests, answers: [answered] })).toEqual([
    'error request-before-consent request ad.test',
    'error request-before-consent request cookie.test',
    'warning request-before-consent request id.test',
    'note request-before-consent request plain.test',
  ])
})

test('hosts are compared by labels', () => {
  const declared = declaration({ hosts: { 't.co': 'marketing' } })
  expect(
    brief({
      requests: [asked({ host: 'about.com' }), asked({ host: 'x.t.co' })],
      declaration: declared,
      answers: [answered],
    }),
  ).toEqual(['error request-before-consent request x.t.co', 'note request-before-consent request about.com'])
})

test('a site that needs consent and does not ask lacks a banner', () => {
  const storage = [item({ domain: 'ads.test', party: 'third' })]
  expect(brief({ storage })).toContain('error banner-missing banner-missing')
  expect(brief({ storage, answers: [answered] })).not.toContain('error banner-missing banner-missing')
})

const button = {
  label: 'OK',
  tag: 'button',
  width: 120,
  height: 40,
  fontSize: 16,
  fontWeight: 400,
  contrast: 9,
  prominence: 3,
}
const banner = { page: 'https://www.shop.test/', viewport: '1280 × 800', clicksToRefuse: 1, preTicked: [] }

test('equal buttons are equal', () => {
  const reject = { ...button, label: 'No', width: 90 }
  expect(brief({ choices: [{ ...banner, accept: button, reject }] })).toEqual([])
})

test.each([
  ['smaller', { width: 40 }, 'Give both the same size.'],
  ['in a smaller font', { fontSize: 12 }, 'Set both in one size.'],
  ['hard to read', { contrast: 2.1 }, 'Give it at least 4.5 : 1.'],
  ['a link', { tag: 'a' }, 'Make both buttons.'],
  ['not filled', { prominence: 1 }, 'Give both the same colours.'],
])('a refusal that is %s is not equal', (_, more, cure) => {
  const found = judge(
    facts({ choices: [{ ...banner, accept: button, reject: { ...button, label: 'No', ...more } }] }),
  )
  expect(found.map(({ rule, severity, advice }) => `${severity} ${rule} ${advice}`)).toEqual([
    `warning unequal-choices ${cure}`,
  ])
})

test('a banner without a refusal, and switches that are on beforehand, are errors', () => {
  const choices = [{ ...banner, accept: button, clicksToRefuse: 3, preTicked: ['Statistics'] }]
  const found = judge(facts({ choices }))
  expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    'error The banner at 1280 × 800 accepts with one click ("OK"), and to refuse takes 3 clicks.',
    'error Switched on before the visitor chose: "Statistics".',
  ])
})

test('every finding names a known rule, a cure, and a legal ground with its source', () => {
  const found = judge(
    facts({
      storage: [
        item({ domain: 'ads.test', party: 'third', seen: ['before', 'reject', 'accept', 'withdraw'] }),
      ],
      requests: [asked({ setsCookies: ['a'], seen: ['before', 'reject', 'withdraw'] })],
      choices: [{ ...banner, accept: button, clicksToRefuse: undefined, preTicked: ['x'] }],
      declaration: declaration({ items: [{ name: 'gone', kind: 'cookie', category: 'statistics' }] }),
      answers: [
        { ...answered, banner: false },
        { phase: 'withdraw', method: 'none', detail: 'No.', banner: false },
      ],
      askedAgain: true,
    }),
  )
  expect(found.length).toBeGreaterThan(8)
  for (const { rule, advice, grounds } of found) {
    expect(Object.keys(rules)).toContain(rule)
    expect(advice).toMatch(/\.$/)
    expect(
      grounds.every(({ law, source }) => law && source.startsWith('https://')) && grounds.length > 0,
    ).toBe(true)
  }
})
