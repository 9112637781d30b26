import process from 'node:process'
import { expect, test, vi } from 'vitest'
import { within } from '../../../src/audit/within.js'

test('what ends in time is passed on, value or error', async () => {
  expect(await within(1000, Promise.resolve(1))).toBe(1)
  await expect(within(1000, Promise.reject(new Error('no')))).rejects.toThrow('no')
})

test('what does not end in time is a sentence, and its later failure is nobody’s', async () => {
  vi.useFakeTimers()
  const unheard = vi.fn()
  process.on('unhandledRejection', unheard)
  let fail = (_: Error): void => {}
  const waiting = within(
    3000,
    new Promise((_, reject) => {
      fail = reject
    }),
  )
  const said = expect(waiting).rejects.toThrow('It did not finish within 3 s.')
  await vi.advanceTimersByTimeAsync(3000)
  await said
  fail(new Error('late'))
  vi.useRealTimers()
  await new Promise((resolve) => setTimeout(resolve, 10))
  process.off('unhandledRejection', unheard)
  expect(unheard).not.toHaveBeenCalled()
})
