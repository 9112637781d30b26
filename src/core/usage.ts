/** The names whose code has run on this page. */
export interface Usage {
  mark(name: string): void
  /** Those of `names` whose code has run, that of their services included. */
  among(names: readonly string[]): string[]
}

export function createUsage(): Usage {
  const used = new Set<string>()
  return {
    mark: (name) => void used.add(name),
    among: (names) => names.filter((name) => [...used].some((it) => `${it}.`.startsWith(`${name}.`))),
  }
}
