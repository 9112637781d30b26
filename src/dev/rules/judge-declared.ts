/** What is stored, what is declared, and what is known of names; by which types is for the caller to say. */
export interface DeclaredFacts<Item, Declared, Known> {
  /** Items that have to be declared. */
  readonly items: readonly Item[]
  readonly declared: readonly Declared[]
  readonly find: (item: Item) => Declared | undefined
  /** Whether the category of a declared item cannot be refused. */
  readonly isRequired: (declared: Declared) => boolean
  /** What is known of a stored item, or of a declared one that was not seen. */
  readonly know: (declared: Declared, item: Item | undefined) => Known | undefined
}

export interface Misfiled<Item, Declared, Known> {
  readonly declared: Declared
  /** Missing where it was not seen: a misfiled declaration is wrong before its item is there. */
  readonly item: Item | undefined
  readonly known: Known
}

/** Rule `undeclared-storage`. */
export function findUndeclared<Item, Declared>({
  items,
  find,
}: Pick<DeclaredFacts<Item, Declared, unknown>, 'items' | 'find'>): Item[] {
  return items.filter((item) => !find(item))
}

/** Rule `misfiled-storage`: each declared item that cannot be refused, with each stored one that it covers. */
export function findMisfiled<Item, Declared, Known>({
  items,
  declared,
  find,
  isRequired,
  know,
}: DeclaredFacts<Item, Declared, Known>): Misfiled<Item, Declared, Known>[] {
  return declared.filter(isRequired).flatMap((one) => {
    const seen: (Item | undefined)[] = items.filter((item) => find(item) === one)
    return (seen[0] ? seen : [undefined]).flatMap((item) => {
      const known = know(one, item)
      return known === undefined ? [] : [{ declared: one, item, known }]
    })
  })
}

/** @param what kind and name of an item */
export const describeUndeclared = (what: string): string => `${what} is not declared`

/** @param known a clause about who uses it for what */
export const describeMisfiled = (what: string, category: string, known: string): string =>
  `${what} is declared under "${category}", which cannot be refused, and ${known}`
