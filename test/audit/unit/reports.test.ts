import { expect, test } from 'vitest'
import { failing } from '../../../src/audit/report/counting.js'
import type { AuditResult } from '../../../src/audit/report/result.js'
import { writeCsv } from '../../../src/audit/report/write-csv.js'
import { generalise, writeDraft, writePeriod } from '../../../src/audit/report/write-draft.js'
import { writeHtml } from '../../../src/audit/report/write-html.js'
import { writeJunit } from '../../../src/audit/report/write-junit.js'
import { writeSarif } from '../../../src/audit/report/write-sarif.js'
import { judge } from '../../../src/audit/rules/judge.js'
import { asked, facts, item } from './facts.js'

const evil = '=1+1"</script><img src=x onerror=alert(1)>\u0001'
const storage = [
  item({ name: evil, domain: 'ads.test', party: 'third', lifetime: 400 }),
  item({ name: 'session', lifetime: 'session' }),
]
const requests = [asked({ host: 'ads.test', setsCookies: [evil] })]

const result: AuditResult = {
  version: 1,
  tool: 'askfirst 0.1.0',
  url: 'https://www.shop.test/',
  date: '2026-11-30T12:00:00.000Z',
  browser: 'chromium 156',
  duration: 12.3,
  pages: [{ url: 'https://www.shop.test/', visits: [] }],
  answers: [],
  choices: [],
  storage: storage.map((one) => ({ ...one, declared: false, category: null })),
  requests: requests.map((one) => ({ ...one, category: null })),
  findings: judge(facts({ storage, requests })),
  problems: [],
  moments: [],
}

test('no report lets the name of a cookie out of its place', () => {
  const html = writeHtml(result)
  expect(html).not.toContain('<img src=x')
  expect(html.match(/<\/script>/g)).toHaveLength(1)
  expect(writeCsv(result)).toContain(`"'=1+1""</script>`)
  expect(writeJunit(result, undefined)).not.toContain('\u0001')
  expect(writeJunit(result, undefined)).not.toContain('<img')
  expect(() => JSON.parse(writeSarif(result))).not.toThrow()
})

test('SARIF names a rule for every result, and a fingerprint that outlives the run', () => {
  const { runs } = JSON.parse(writeSarif(result))
  const [{ tool, results }] = runs
  for (const one of results) {
    expect(tool.driver.rules[one.ruleIndex].id).toBe(one.ruleId)
    expect(one.partialFingerprints.subject).toContain(one.ruleId)
  }
  expect(results).toHaveLength(result.findings.length)
})

test('JUnit fails the rules that fail the run, and no others', () => {
  const failures = (failOn?: string[]) => /failures="(\d+)"/.exec(writeJunit(result, failOn))?.[1]
  expect(failures()).toBe('3')
  expect(failures(['storage-before-consent'])).toBe('1')
  expect(failures(['none'])).toBe('0')
})

test('beside a baseline only what is new fails', () => {
  const findings = result.findings.map((finding, at) => ({ ...finding, isNew: at === 0 }))
  expect(failing(findings, undefined)).toHaveLength(1)
})

test('the draft is options that a site can start from', () => {
  const draft = JSON.parse(writeDraft(result))
  expect(draft.categories.necessary).toEqual({
    required: true,
    cookies: [{ name: 'session', purpose: 'TO WRITE: not known to the audit', duration: 'session' }],
  })
  expect(Object.values(draft.categories.marketing.services)).toEqual([
    expect.objectContaining({
      label: 'ads.test',
      cookies: [
        expect.objectContaining({ name: evil, party: 'third', domain: 'ads.test', duration: 'P400D' }),
      ],
    }),
  ])
})

test('lifetimes become periods, and random ends of names a wildcard', () => {
  expect([365, 730, 91, 400, 0, 'session' as const].map(writePeriod)).toEqual([
    'P1Y',
    'P2Y',
    'P3M',
    'P400D',
    'P1D',
    'session',
  ])
  expect(generalise('_pk_9f8e7d6c5b4a3f2e1d0c', false)).toBe('_pk_*')
  expect(generalise('cart_items', false)).toBe('cart_items')
  expect(generalise('_ga_ABC1234567', true)).toBe('_ga_ABC1234567')
})
