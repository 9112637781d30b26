import { anchorOf } from './category-table.js'
import type { DeclaredItem } from './declared-items.js'
import type { DescribedCategory } from './described-categories.js'
import type { Wording } from './wording.js'

/** By purpose; by who sets it × how long it stays; by vendor or tool. */
export type GroupBy = 'category' | 'party-persistence' | 'service'

export interface Group {
  readonly id: string
  readonly label: string
  readonly items: readonly DeclaredItem[]
}

type Sorter = readonly [key: string, label: string, isIn: (item: DeclaredItem) => boolean]

/** Sorts the items into tables. Categories are there without items too; other groups only with some. */
export function groupItems(
  items: readonly DeclaredItem[],
  categories: readonly DescribedCategory[],
  groupBy: GroupBy,
  { texts }: Wording,
): Group[] {
  const byParty = (
    key: 'firstSession' | 'firstPersistent' | 'thirdSession' | 'thirdPersistent',
    whose: DeclaredItem['party'],
    stay: DeclaredItem['persistence'],
  ): Sorter => [key, texts[key], ({ party, persistence }) => party === whose && persistence === stay]

  const sorters: { readonly [groupBy in GroupBy]: () => readonly Sorter[] } = {
    category: () => categories.map(({ name, label }) => [name, label, ({ category }) => category === name]),
    'party-persistence': () => [
      byParty('firstSession', 'first', 'session'),
      byParty('firstPersistent', 'first', 'persistent'),
      byParty('thirdSession', 'third', 'session'),
      byParty('thirdPersistent', 'third', 'persistent'),
    ],
    service: () => [
      ['own', texts.first, ({ service }) => !service],
      ...categories.flatMap(({ name, services }) =>
        services.map(
          (one): Sorter => [
            `${name}-${one.name}`,
            one.label,
            ({ category, service }) => category === name && service === one.name,
          ],
        ),
      ),
    ],
  }
  // A misspelt attribute must not throw into the page.
  return (sorters[groupBy] ?? sorters.category)()
    .map(([key, label, isIn]) => ({ id: anchorOf(key), label, items: items.filter(isIn) }))
    .filter((group) => groupBy === 'category' || group.items.length)
}
