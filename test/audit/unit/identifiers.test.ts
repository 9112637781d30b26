import { expect, test } from 'vitest'
import { countIdentifierBytes, stripValues } from '../../../src/audit/collect/identifiers.js'
import { isSameSite, siteOf } from '../../../src/audit/collect/party.js'

const now = 1_790_000_000_000

test.each([
  ['https://a.test/?cid=1234.5678', '', 9],
  ['https://a.test/?visitor_id=a1b2c3d4', '', 8],
  ['https://a.test/?q=9f8e7d6c5b4a', '', 12],
  ['https://a.test/', 'uid=abcd1234&x=1', 8],
  ['https://a.test/', '{"user":{"client_id":"abcd"},"n":[1,2]}', 4],
])('%s with "%s" carries %i bytes of identifiers', (url, body, bytes) => {
  expect(countIdentifierBytes(url, body, now)).toBe(bytes)
})

test.each([
  'https://a.test/font?family=Inter:wght@400;700&v=9f8e7d6c5b4a3210',
  `https://a.test/?x=${now}&y=${now / 1000}`,
  'https://a.test/?title=a-title-with-many-words&width=1280',
  'https://a.test/?u=https%3A%2F%2Fb.test%2F1234abcd5678',
])('%s carries none', (url) => {
  expect(countIdentifierBytes(url, '', now)).toBe(0)
})

test('an address in a report has no values', () => {
  expect(stripValues('https://me:secret@a.test/p?id=1&id=2&b=#frag')).toBe('https://a.test/p?id=…&b=…')
})

test('the party is judged by the public suffix list, private suffixes included', () => {
  expect(siteOf('a.b.example.co.uk')).toBe('example.co.uk')
  expect(isSameSite('one.github.io', 'two.github.io')).toBe(false)
  expect(isSameSite('.shop.test', 'cdn.shop.test')).toBe(true)
  expect(isSameSite('127.0.0.1', '127.0.0.2')).toBe(false)
})
