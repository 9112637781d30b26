import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer, type Server } from '../../browser/harness/server.js'
import { type Audited, audit, summarise } from '../audit.js'
import { consentTools, toolPages } from '../sites/consent-tools.js'

let server: Server
beforeAll(async () => {
  server = await createServer([consentTools])
})
afterAll(() => server.close())

describe.each(Object.entries(toolPages))('%s', (host, { answer, unequal }) => {
  let audited: Audited
  beforeAll(async () => {
    audited = await audit(`https://${host}:${server.httpsPort}/`, ['--pages', '1', '--quiet', '400'])
  })

  test('is refused, accepted and withdrawn, and the report says how', () => {
    const { answers } = audited.result
    expect(answers.map(({ phase }) => phase).sort()).toEqual(['accept', 'reject', 'withdraw'])
    for (const { method, detail, screenshot, banner, phase } of answers) {
      expect(method, detail).toMatch(/^(autoconsent|buttons)$/)
      if (phase !== 'withdraw') expect(banner).toBe(true)
      expect(screenshot).toMatch(/^[\w+/=]{1000,}$/)
    }
  })

  test('everything that is stored and asked for is found, and nothing is invented', () => {
    const { storage, requests } = summarise(audited.result)
    expect({ storage, requests }).toEqual({ storage: answer.storage, requests: answer.requests })
  })

  test('the findings are those that the page deserves', () => {
    const { findings } = audited.result
    const about = findings.filter(({ rule }) => rule !== 'unequal-choices')
    expect(about.map(({ severity, rule, subject }) => `${severity} ${rule} ${subject}`)).toEqual(
      answer.findings,
    )
    const choices = findings.filter(({ rule }) => rule === 'unequal-choices')
    expect([...new Set(choices.map(({ severity, advice }) => `${severity} ${advice}`))]).toEqual(unequal)
  })
})
