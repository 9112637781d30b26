import { expect, test } from 'vitest'
import { matches } from '../../../src/model/pattern.js'

test.each([
  ['_ga', '_ga', true],
  ['_ga', '_ga_X', false],
  ['_ga_*', '_ga_X1', true],
  ['_ga_*', '_ga', false],
  ['*', 'anything', true],
  ['a*b*c', 'a1b2c', true],
  ['a*b*c', 'acb', false],
  ['_hj.id', '_hjxid', false],
  ['wp-[1]', 'wp-[1]', true],
  [/^_pk_/, '_pk_id.1', true],
  [/^_pk_/g, '_pk_id.1', true],
  [/^_PK_/i, '_pk_ses', true],
])('the pattern %s covers %s: %s', (name, actual, expected) => {
  expect(matches(name, actual)).toBe(expected)
  // Once more: a RegExp with the g flag remembers where it stopped.
  expect(matches(name, actual)).toBe(expected)
})
