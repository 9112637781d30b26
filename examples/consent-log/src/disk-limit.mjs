import { problem } from './problem.mjs'

/** A receipt with its indexes, at most. */
const bytesPerReceipt = 2_048
const minute = 60_000

/**
 * Refuses receipts beyond so many bytes in the store, so that nobody fills the disk. 507 makes the plugin come back.
 * @param {{ size(): Promise<number> }} store
 * @param {number} mostBytes 0: no limit
 * @returns {() => Promise<void>} to be called before a receipt is kept; throws a problem
 */
export function createDiskLimit(store, mostBytes, now = () => performance.now()) {
  let size = Number.POSITIVE_INFINITY
  let measured = Number.NEGATIVE_INFINITY
  let measuring

  async function measure() {
    measured = now()
    size = await store.size()
  }

  return async () => {
    if (!mostBytes) return
    size += bytesPerReceipt
    // What was added since is estimated; where that says full, the store is asked, once a second.
    if (now() - measured > (size > mostBytes ? 1_000 : minute))
      measuring ??= measure().finally(() => {
        measuring = undefined
      })
    // Those that come meanwhile wait for the answer too.
    await measuring
    if (size > mostBytes) throw problem(507, 'The store is full.', { 'retry-after': '3600' })
  }
}
