import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportReceipts } from '../src/export.mjs'
import { patterns } from '../src/limits.mjs'
import { createRateLimit } from '../src/rate-limit.mjs'
import { createReceipt } from './receipt.mjs'

test('a clock that is set back does not lock anybody out', () => {
  const { now } = Date
  const waitFor = createRateLimit(2)
  try {
    assert.deepEqual([waitFor('a'), waitFor('a')], [0, 0])
    Date.now = () => now() - 3_600_000
    const wait = waitFor('a')
    assert.ok(wait > 0 && wait <= 30, String(wait))
  } finally {
    Date.now = now
  }
})

test('a formula behind a separator of another country is text in the table', async () => {
  const receipt = {
    ...createReceipt(),
    seq: 1,
    received: '',
    policy: 'a;=1+1',
    texts: '\t@x',
    locale: 'b|"-1',
  }
  const store = { page: async () => [receipt] }
  let table = ''
  for await (const part of exportReceipts(store, { format: 'csv' })) table += part
  for (const cell of table.split(/[;|\t\r\n]/)) assert.doesNotMatch(cell, /^["\s]*[=+\-@]/)
  assert.match(table, /"a;'=1\+1"/)
})

test('a text that the plugin lets through is one that the service takes', async () => {
  const source = await import('node:fs').then(({ promises }) =>
    promises.readFile(new URL('../../../src/plugins/consent-log/limits.ts', import.meta.url), 'utf8'),
  )
  const [, pattern] = /fitting = (\/.*\/)/.exec(source)
  for (const field of ['policy', 'texts', 'locale']) assert.equal(String(patterns[field]), pattern, field)
})
