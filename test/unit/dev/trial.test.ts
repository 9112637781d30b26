import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Consent } from '../../../src/api/consent.js'
import { definePlugin } from '../../../src/api/plugin.js'
import { createConsent } from '../../../src/create-consent.js'
import { endTrial, readTrial, writeTrial } from '../../../src/dev/trial.js'

let consent: Consent | undefined
const start = (options: object = {}): Consent => {
  consent = createConsent(options) as unknown as Consent
  consent.start()
  return consent
}
const end = () => {
  consent?.destroy()
  document.cookie = 'askfirst=; max-age=0; path=/'
}

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => {
  end()
  endTrial()
})

test('a trial starts without an answer, and keeps its own in the tab alone', () => {
  start().rejectAll()
  const cookie = document.cookie
  consent?.destroy()
  writeTrial({ record: '' })
  expect(start().status).toBe('undecided')
  consent?.acceptAll('devtools')
  expect(consent?.isGranted('marketing')).toBe(true)
  expect(document.cookie).toBe(cookie)
  consent?.destroy()
  expect(start().record?.source).toBe('devtools')
  consent?.destroy()
  endTrial()
  expect(start().isGranted('marketing')).toBe(false)
})

test('a trial answers once where it was told to', () => {
  writeTrial({ record: '', answer: false })
  expect(start().record?.choices).toEqual({ preferences: false, statistics: false, marketing: false })
  expect(readTrial()).toEqual({ record: expect.stringContaining(':devtools:') })
})

test('a trial has a region and a language of its own, and may have no region', () => {
  const regions = { US: { categories: { statistics: { model: 'opt-out' } } } }
  writeTrial({ record: '', region: 'US', locale: 'fr' })
  expect(start({ regions, region: 'BE', locale: 'de' }).isGranted('statistics')).toBe(true)
  expect(consent?.locale).toBe('fr')
  consent?.destroy()
  writeTrial({ record: '', region: '' })
  expect(start({ regions, region: 'US' }).isGranted('statistics')).toBe(false)
})

test('plugins that reach beyond the page are left out of a trial, erasing too', () => {
  const calls: string[] = []
  const plugins = ['erase', 'consent-log', 'import-choices', 'other'].map((name) =>
    definePlugin({ name, setup: () => void calls.push(name) }),
  )
  document.cookie = 'visits=1'
  writeTrial({ record: '' })
  start({ plugins, categories: { statistics: { cookies: [{ name: 'visits' }] } } })
  consent?.acceptAll()
  consent?.rejectAll()
  expect(calls).toEqual(['other'])
  expect(document.cookie).toContain('visits=1')
})

test('a note that is no trial is none', () => {
  sessionStorage.setItem('askfirst.trial', '{')
  expect(readTrial()).toBeUndefined()
  start().acceptAll()
  expect(document.cookie).toContain('askfirst=')
})
