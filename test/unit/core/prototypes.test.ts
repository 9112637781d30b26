import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Consent } from '../../../src/api/consent.js'
import { createConsent } from '../../../src/create-consent.js'
import { renderDeclaration } from '../../../src/declaration/index.js'
import { readConsent } from '../../../src/server/read-consent.js'

const prototype = Object.prototype as unknown as Record<string, unknown>
const polluted = {
  marketing: true,
  statistics: true,
  required: true,
  model: 'exempt',
  'ads.pixel': true,
  services: { x: {} },
}

let consent: Consent | undefined
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  Object.assign(prototype, polluted)
})
afterEach(() => {
  for (const name of Object.keys(polluted)) delete prototype[name]
  consent?.destroy()
  document.cookie = 'askfirst=; max-age=0; path=/'
})

describe('on a page that has put the names of categories on Object.prototype', () => {
  const categories = {
    necessary: { required: true },
    statistics: {},
    marketing: {},
    ads: { services: { pixel: {} } },
  }

  test('nothing is granted before a choice, and a refusal holds', () => {
    consent = createConsent({ categories }) as unknown as Consent
    consent.start()
    const granted = () =>
      ['statistics', 'marketing', 'ads', 'ads.pixel', 'x'].filter((name) => consent?.isGranted(name))
    expect(granted()).toEqual([])
    consent.save({ ads: true })
    expect(granted()).toEqual(['ads', 'ads.pixel'])
    expect(consent.record?.choices).toEqual({ statistics: false, marketing: false, ads: true })
    consent.rejectAll()
    expect(granted()).toEqual([])
  })

  test('the server grants nothing either', () => {
    const read = readConsent('', { categories })
    expect([read.granted, read.status, read.isGranted('marketing')]).toEqual([
      ['necessary'],
      'undecided',
      false,
    ])
    expect(readConsent('').granted).toEqual(['necessary'])
  })

  test('the declaration says so', () => {
    const html = renderDeclaration({ categories }, { record: null, show: ['categories'] })
    expect(html).not.toContain('<span>Allowed</span>')
    expect(html.match(/<span>Not allowed<\/span>/g)).toHaveLength(3)
  })
})
