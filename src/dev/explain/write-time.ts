const two = (number: number) => `${number}`.padStart(2, '0')

/** `2026-11-30 14:03:12`, in the time of the browser. */
export function writeTime(at: Date): string {
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`
}
