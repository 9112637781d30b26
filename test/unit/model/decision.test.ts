import { describe, expect, test } from 'vitest'
import { answerFor, choicesOf, isAnswered, withAnswers } from '../../../src/model/decision.js'
import { namesOf } from '../../../src/model/names.js'
import { resolveSettings } from '../../../src/model/resolve-settings.js'

const options = resolveSettings({
  policy: { version: 2 },
  categories: {
    necessary: { required: true },
    statistics: {},
    marketing: { services: { youtube: { switch: true }, pixel: {} } },
  },
})
const record = (choices: { [name: string]: boolean }, policy = '2') => ({
  id: 'x',
  decidedAt: new Date(),
  policy,
  source: 'api',
  choices,
})

describe('an answer', () => {
  test('is yes for what is required, whatever was stored', () => {
    expect(answerFor(options, { choices: { necessary: false } }, 'necessary')).toBe(true)
  })

  test('is unknown before the question was asked', () => {
    expect(answerFor(options, { choices: {} }, 'statistics')).toBeUndefined()
  })

  test('for a service is that of its category unless it differs', () => {
    const choices = { marketing: false, 'marketing.youtube': true }
    expect(answerFor(options, { choices }, 'marketing.youtube')).toBe(true)
    expect(answerFor(options, { choices }, 'marketing.pixel')).toBe(false)
  })

  test('for a misspelt service or category is unknown, so that nothing is let through', () => {
    expect(answerFor(options, { choices: { marketing: true } }, 'marketing.yotube')).toBeUndefined()
    expect(answerFor(options, { choices: { marketng: true } }, 'marketng')).toBeUndefined()
    expect(answerFor(options, { choices: { constructor: true } as never }, 'constructor')).toBeUndefined()
    expect(answerFor(options, { choices: {} }, '')).toBeUndefined()
  })

  test('for a service of a category that declares none is that of the category', () => {
    expect(answerFor(options, { choices: { statistics: true } }, 'statistics.ga')).toBe(true)
  })
})

describe('the question', () => {
  test('is answered by a record of this policy with every category in it', () => {
    expect(isAnswered(options, record({ statistics: false, marketing: true }))).toBe(true)
  })

  test('is asked again under a new policy version', () => {
    expect(isAnswered(options, record({ statistics: false, marketing: true }, '1'))).toBe(false)
  })

  test('is asked again when a category is new', () => {
    expect(isAnswered(options, record({ statistics: false }))).toBe(false)
    expect(isAnswered(options, undefined)).toBe(false)
  })
})

describe('a choice', () => {
  const save = (granted: string[], answers: { [name: string]: boolean }) =>
    choicesOf(options, withAnswers(options, granted, answers))

  test('refuses what it leaves out and was never granted', () => {
    expect(save([], { statistics: true })).toEqual({ statistics: true, marketing: false })
  })

  test('keeps what it leaves out and was granted', () => {
    expect(save(['marketing', 'marketing.youtube', 'marketing.pixel'], { statistics: true })).toEqual({
      statistics: true,
      marketing: true,
    })
  })

  test('writes a service only where it differs from its category', () => {
    expect(save([], { marketing: false, 'marketing.youtube': true })).toEqual({
      statistics: false,
      marketing: false,
      'marketing.youtube': true,
    })
    expect(save([], { marketing: true, 'marketing.youtube': false })).toMatchObject({
      'marketing.youtube': false,
    })
  })

  test('takes services along when their category is answered anew', () => {
    expect(save(['marketing.youtube'], { marketing: false })).toEqual({ statistics: false, marketing: false })
  })

  test('cannot refuse what is required and never writes it', () => {
    const granted = withAnswers(
      options,
      [],
      Object.fromEntries(namesOf(options).map((name) => [name, false])),
    )
    expect([...granted]).toEqual(['necessary'])
    expect(choicesOf(options, granted)).not.toHaveProperty('necessary')
  })
})
