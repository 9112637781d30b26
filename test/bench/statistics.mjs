export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export const summarise = (values) => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
})

/** Round by round, so that what slows the machine for a while slows both sides. */
export function ratios(values, others) {
  const pairs = values.flatMap((value, round) =>
    others[round] > 0 && value >= 0 ? [value / others[round]] : [],
  )
  return pairs.length === values.length && pairs.length ? pairs : undefined
}
