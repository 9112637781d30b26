interface Summary {
  readonly storage: { readonly [item: string]: string }
  readonly requests: { readonly [host: string]: string }
  readonly findings: readonly string[]
}

/** Every single thing that can be right or wrong: an item in a phase, a host in a phase, a finding. */
const atoms = ({ storage, requests, findings }: Summary) =>
  new Set([
    ...[...Object.entries(storage), ...Object.entries(requests)].flatMap(([name, phases]) =>
      phases.split(' ').map((phase) => `${name} ${phase}`),
    ),
    ...findings,
  ])

/** How much of what was found is true, and how much of what is true was found. */
export function score(
  found: Summary,
  known: Summary,
): { readonly precision: number; readonly recall: number; readonly count: number } {
  const [mine, theirs] = [atoms(found), atoms(known)]
  const right = [...mine].filter((one) => theirs.has(one)).length
  return { precision: right / Math.max(1, mine.size), recall: right / theirs.size, count: theirs.size }
}
