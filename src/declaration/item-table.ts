import { formatDuration } from '../text/duration.js'
import type { DeclaredItem } from './declared-items.js'
import type { DescribedCategory } from './described-categories.js'
import type { Group, GroupBy } from './group-items.js'
import { type Cell, type Table, withoutEmptyColumns } from './table.js'
import type { Wording } from './wording.js'

/** `P13M` → "13 months"; what a browser keeps without an end of its own stays until somebody deletes it. */
function stay({ duration, persistence, kind }: DeclaredItem, { texts, language }: Wording): string {
  if (duration) return duration === 'session' ? texts.session : formatDuration(duration, language)
  if (kind === 'session-storage') return texts.session
  return kind === 'cookie' || persistence === 'session' ? '' : texts.untilDeleted
}

/** One row for each cookie or other item of storage of a group. */
export function tableOfItems(
  { id, label, items }: Group,
  categories: readonly DescribedCategory[],
  groupBy: GroupBy,
  wording: Wording,
): Table {
  const { texts } = wording
  const categoryOf = (item: DeclaredItem) => categories.find(({ name }) => name === item.category)?.label
  const nameOf = ({ name, label }: DeclaredItem): Cell =>
    label && label !== name ? { text: label, code: name } : { code: name }
  const providerOf = ({ provider, party, domain, policyUrl }: DeclaredItem): Cell => ({
    text: provider || (party === 'first' ? texts.first : domain || texts.third),
    link: policyUrl ? { href: policyUrl, text: texts.policy } : undefined,
  })
  const whoseOf = ({ party, domain }: DeclaredItem) => [texts[party], domain].filter(Boolean).join(' · ')
  const columns: readonly (readonly [string, (item: DeclaredItem) => Cell])[] = [
    [texts.name, nameOf],
    [texts.purpose, ({ purpose }) => ({ text: purpose })],
    [texts.category, (item) => ({ text: groupBy === 'category' ? '' : categoryOf(item) })],
    [texts.provider, providerOf],
    [texts.duration, (item) => ({ text: stay(item, wording) })],
    [texts.kind, ({ kind }) => ({ text: texts[kind] })],
    [texts.party, (item) => ({ text: groupBy === 'party-persistence' ? '' : whoseOf(item) })],
  ]
  return withoutEmptyColumns({
    id,
    caption: label,
    columns: columns.map(([heading]) => heading),
    rows: items.map((item) => columns.map(([, cell]) => cell(item))),
    empty: texts.nothingStored,
  })
}
