import { expect, test, vi } from 'vitest'
import { compileRules, type Match } from '../../../src/plugins/auto-block/rules.js'

const matches = (match: Match, address: unknown) =>
  compileRules([{ match, category: 'x' }], () => {})(address) === 'x'

test.each([
  ['stats.example', 'https://stats.example/tag.js', true],
  ['stats.example', 'https://eu.stats.example:8443/', true],
  ['stats.example', 'wss://stats.example/live', true],
  ['stats.example', 'https://notstats.example/', false],
  ['stats.example', 'https://stats.example.evil/', false],
  ['stats.example', 'https://shop.example/?to=stats.example', false],
  ['Stats.Example', 'https://stats.example/', true],
  ['social.example/tr', 'https://social.example/tr?id=1', true],
  ['social.example/tr', 'https://social.example/en/sdk.js', false],
  ['*.ads.example/*/pixel', 'https://a.ads.example/v2/pixel.gif', true],
  ['a.b', 'https://axb/', false],
  [/collect\?/g, 'https://any.example/g/collect?v=2', true],
  [({ pathname }: URL) => pathname === '/t', 'https://any.example/t', true],
  ['stats.example', 'http://[not an address', false],
  ['stats.example', undefined, false],
  ['stats.example', 'https://STATS.example../tag.js', true],
  ['stats.example', 'https://%73tats.example/tag.js', true],
  ['social.example/tr', 'https://social.example/%74r?id=1', true],
  ['social.example/tr', 'https://social.example/TR?id=1', true],
  ['social.example/tr', 'https://social.example/a/../tr', true],
  ['social.example/tr', 'https://social.example/a/%2e%2e/tr', true],
  ['social.example/tr', String.raw`https:\\social.example\tr`, true],
  ['social.example/tr%20a', 'https://social.example/tr a', true],
  [/\/collect/, 'https://any.example/%63ollect', true],
  ['example', 'about:blank', false],
  [/stats/, 'about:blank#stats', false],
  [/stats/, 'data:text/plain,stats', false],
  [/stats/, 'blob:https://stats.example/1', false],
  [() => true, 'blob:https://stats.example/1', false],
  [() => true, 'javascript:stats', false],
] as const)('%s on %s: %s', (match, address, expected) => {
  expect(matches(match, address)).toBe(expected)
  // A RegExp with the `g` flag must not remember where it stopped.
  expect(matches(match, address)).toBe(expected)
})

test('the first rule that matches decides', () => {
  const categoryOf = compileRules(
    [
      { match: 'cdn.example/stats', category: 'statistics' },
      { match: 'cdn.example', category: 'marketing' },
    ],
    () => {},
  )
  expect(categoryOf('https://cdn.example/stats.js')).toBe('statistics')
  expect(categoryOf('https://cdn.example/ads.js')).toBe('marketing')
})

test('a rule that throws holds what it was asked about, and says so', () => {
  const report = vi.fn()
  const rule = {
    match: () => {
      throw new Error('broken')
    },
    category: 'statistics',
  }
  expect(compileRules([rule], report)('https://any.example/')).toBe('statistics')
  expect(report).toHaveBeenCalledOnce()
})
