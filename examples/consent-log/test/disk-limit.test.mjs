import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDiskLimit } from '../src/disk-limit.mjs'

test('receipts that come while the size is measured wait for it', async () => {
  let answer
  const size = () => new Promise((resolve) => (answer = resolve))
  const check = createDiskLimit({ size }, 1_000_000)
  const first = check()
  const second = check()
  answer(0)
  await Promise.all([first, second])
  assert.equal(await check(), undefined)
})

test('a store that is full refuses with 507', async () => {
  const check = createDiskLimit({ size: async () => 2_000_000 }, 1_000_000)
  await assert.rejects(check, ({ answer }) => answer.status === 507)
})
