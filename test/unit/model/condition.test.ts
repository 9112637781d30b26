import { expect, test } from 'vitest'
import { isMet, namesIn } from '../../../src/model/condition.js'

const answers: { [name: string]: boolean | undefined } = {
  yes: true,
  also: true,
  no: false,
  'yes.maps': false,
  'no.maps': true,
}
const met = (condition: string, service?: string) => isMet(condition, service, (name) => answers[name])

test.each([
  ['yes', true],
  ['no', false],
  ['unasked', false],
  ['', false],
  ['yes also', true],
  ['yes no', false],
  ['  yes   also ', true],
  ['yes|no', true],
  ['no|unasked', false],
  ['no | yes', true],
  ['no|yes also', true],
  ['no|unasked also', false],
  ['!no', true],
  ['!yes', false],
  ['!unasked', false],
  ['yes !no', true],
  ['!yes|!no', true],
  ['|', false],
  ['!', false],
])('the condition "%s" is met: %s', (condition, expected) => {
  expect(met(condition)).toBe(expected)
})

test('a service is asked for in place of its category', () => {
  expect(met('yes', 'maps')).toBe(false)
  expect(met('no', 'maps')).toBe(true)
  expect(met('!yes', 'maps')).toBe(true)
})

test('every name of a condition is known', () => {
  expect(namesIn('a|!b  c', undefined)).toEqual(['a', 'b', 'c'])
  expect(namesIn('a', 'maps')).toEqual(['a.maps'])
})
