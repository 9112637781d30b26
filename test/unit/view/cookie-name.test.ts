import { expect, test } from 'vitest'
import { cookieName } from '../../../src/view/cookie-name.js'

test.each([
  ['_ga_*', '_ga_*'],
  [/^_ga$/, '_ga'],
  [/^_ga_/, '_ga_*'],
  [/^_ga_.*/, '_ga_*'],
  [/^_hjSession_\d+$/, '_hjSession_*'],
  [/_id$/, '*_id'],
])('%s is shown as %s', (name, shown) => {
  expect(cookieName(name)).toBe(shown)
})
