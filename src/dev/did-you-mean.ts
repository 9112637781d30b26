/** Number of letters to put in, take out or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The word of a list that was meant, if one is close: two letters of five, three of longer ones. */
export function closest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((it) => ({ it, far: distance(word.toLowerCase(), it.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  return best && best.far <= Math.min(3, Math.ceil(word.length / 3)) ? best.it : undefined
}

/** ` Did you mean "policy"?`, or the words there are. */
export function didYouMean(word: string, words: readonly string[]): string {
  const meant = closest(word, words)
  return meant ? `Did you mean "${meant}"?` : `Use ${words.join(', ')}.`
}
