import { expect, test } from 'vitest'
import { cookieName } from '../../../src/text/cookie-name.js'

test.each([
  ['_ga_*', '_ga_*'],
  [/^_ga$/, '_ga'],
  [/^_ga_/, '_ga_*'],
  [/^_ga_.*/, '_ga_*'],
  [/^_hjSession_\d+$/, '_hjSession_*'],
  [/_id$/, '*_id'],
  [/^shop\.session$/, 'shop.session'],
  [/^_gat_UA-\d{4,}-\d$/, '_gat_UA-*-*'],
  [/^a\/[a-z]{2}-.?$/, 'a/*-*'],
])('%s is shown as %s', (name, shown) => {
  expect(cookieName(name)).toBe(shown)
})
