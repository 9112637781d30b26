import { expect, test } from 'vitest'
import { readArguments } from '../../../src/audit/command/read-arguments.js'

test('an address alone is enough, and its scheme may be left out', () => {
  expect(readArguments(['audit', 'shop.test'])).toMatchObject({
    audit: { url: 'https://shop.test/', pages: 10, browser: 'chromium', budget: 300 },
  })
})

test.each([
  [['audit'], 'There is no address.'],
  [['audit', 'ftp://a.test'], 'is no address of a website'],
  [['scan', 'a.test'], '"scan" is no command'],
  [['audit', 'a.test', 'b.test'], 'one word too many'],
  [['audit', 'a.test', '--pages', 'many'], '`--pages` is "many"'],
  [['audit', 'a.test', '--browser', 'safari'], '`--browser` is "safari"'],
  [['audit', 'a.test', '--viewport', 'phone'], '`--viewport` is "phone"'],
  [['audit', 'a.test', '--fail-on', 'cookies'], '`--fail-on` names "cookies"'],
  [['audit', 'a.test', '--auth', 'me'], '`--auth` has no colon'],
  [['audit', 'a.test', '--page', '3'], "Unknown option '--page'"],
])('%j is refused with a sentence', (words, sentence) => {
  expect(() => readArguments(words)).toThrow(sentence)
  expect(() => readArguments(words)).toThrow(/^\[askfirst\] .+[.] .+[.]$/s)
})
