export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const round = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value < 10 ? 2 : 1))

/** `median (min–max)` */
export function summarise(values) {
  if (!values.length) return '–'
  return `${round(median(values))} (${round(Math.min(...values))}–${round(Math.max(...values))})`
}

/** Ours to theirs, round by round: what the machine did in a round, it did to both. */
export function ratios(ours, theirs) {
  return ours.flatMap((value, index) => (theirs[index] > 0 ? [value / theirs[index]] : []))
}
