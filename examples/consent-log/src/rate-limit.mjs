import { isIPv6 } from 'node:net'

/** More addresses than this are not told apart any more: the oldest are forgotten. */
const mostAddresses = 50_000

/** One household has a whole /64 of IPv6. */
const groupOf = (address) =>
  isIPv6(address) && !address.includes('.') ? expand(address).slice(0, 4).join(':') : address

function expand(address) {
  const [head, tail] = address.split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  return [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
}

/**
 * A bucket per address, in memory only: `perMinute` requests at once, filled again over a minute.
 * @param now milliseconds of a clock that is never set back: one that is would lock everybody out
 * @returns {(address: string) => number} seconds to wait, 0 when the request may pass
 */
export function createRateLimit(perMinute, now = () => performance.now()) {
  const buckets = new Map()
  return (address) => {
    if (!perMinute) return 0
    const group = groupOf(address)
    const time = now()
    const bucket = buckets.get(group) ?? { left: perMinute, time }
    const left = Math.min(perMinute, bucket.left + ((time - bucket.time) * perMinute) / 60_000)
    buckets.delete(group)
    buckets.set(group, { left: left >= 1 ? left - 1 : left, time })
    if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value)
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / perMinute)
  }
}
