import {
  describeMisfiled,
  describeUndeclared,
  findMisfiled,
  findUndeclared,
} from '../../dev/rules/judge-declared.js'
import { describeItem, describeKind, evidenceOfItem, subjectOfItem } from './describe.js'
import type { DeclaredItem, Facts, Finding, StorageKind, StoredItem, Suggestion } from './facts.js'
import { grounds } from './grounds.js'
import { findDeclared, findKeeper } from './purpose-of-item.js'

type Known = (item: Pick<StoredItem, 'name' | 'domain'>) => Suggestion | undefined

const purposes = new Set(['statistics', 'marketing', 'preferences'])

function judgeUndeclared({ storage, declaration }: Facts): Finding[] {
  const rule = 'undeclared-storage'
  if (!declaration) return []
  // A registered worker is code, not an item that a declaration lists.
  const items = storage.filter(
    (item) => item.kind !== 'service-worker' && item.name !== declaration.record && !findKeeper(item),
  )
  const find = (item: StoredItem) => findDeclared(item, declaration)
  return findUndeclared({ items, find }).map((item) => {
    const { suggestion } = item
    const where = suggestion
      ? `"${suggestion.category}", as ${suggestion.source} files it`
      : 'the category of the code that sets it'
    return {
      rule,
      severity: 'error',
      message: `${describeUndeclared(describeItem(item))}.`,
      advice: `Declare it under \`cookies\` of ${where}, or remove the code that sets it. \`--draft\` writes the lines.`,
      subject: subjectOfItem(item),
      page: item.pages[0],
      evidence: evidenceOfItem(item),
      grounds: grounds[rule] ?? [],
    }
  })
}

function judgeMisfiled({ declaration, storage }: Facts, know: Known): Finding[] {
  const rule = 'misfiled-storage'
  if (!declaration) return []
  const misfiled = findMisfiled({
    items: storage,
    declared: declaration.items,
    find: (item) => findDeclared(item, declaration),
    isRequired: ({ category, kind }) => declaration.categories[category] === 'required' && kind !== 'pixel',
    know({ name, domain = '' }, seen) {
      const known = seen?.suggestion ?? know({ name: seen?.name ?? name, domain })
      return known && known.certainty !== 'low' && purposes.has(known.category) ? known : undefined
    },
  })
  // One finding for a declared item, however many stored ones it covers.
  const first = misfiled.filter(
    ({ declared }, at) => misfiled.findIndex((it) => it.declared === declared) === at,
  )
  return first.map(({ declared: { kind, name, category }, known }) => ({
    rule,
    severity: 'error',
    message: `${describeMisfiled(`${describeKind(kind as StorageKind)} "${name}"`, category, `${known.vendor} uses it for ${known.category}`)}.`,
    advice: `Move it to "${known.category}", and hold its code until that is granted.`,
    subject: `declared ${kind} ${name}`,
    evidence: [`${known.source}: ${known.vendor}, ${known.category} (certainty ${known.certainty})`],
    grounds: grounds[rule] ?? [],
  }))
}

function judgeUnseen({ declaration, storage, answers }: Facts): Finding[] {
  const rule = 'declared-but-not-seen'
  // Before everything was accepted nothing can be missing.
  const isAccepted = answers.some(({ phase, method }) => phase === 'accept' && method !== 'none')
  if (!declaration || !isAccepted) return []
  const isSeen = (declared: DeclaredItem) =>
    storage.some((item) => findDeclared(item, declaration) === declared)
  return declaration.items.flatMap((declared): Finding[] => {
    if (declared.kind === 'pixel' || declared.name === declaration.record || isSeen(declared)) return []
    return [
      {
        rule,
        severity: 'note',
        message: `${describeKind(declared.kind)} "${declared.name}" is declared under "${declared.category}" and was not seen on the pages that were visited.`,
        advice:
          'Remove it from the declaration if its code is gone, or visit the pages that set it (`--pages`).',
        subject: `declared ${declared.kind} ${declared.name}`,
        evidence: [],
        grounds: grounds[rule] ?? [],
      },
    ]
  })
}

/** What is stored against what is declared. */
export function judgeDeclaration(facts: Facts, know: Known): Finding[] {
  return [...judgeUndeclared(facts), ...judgeMisfiled(facts, know), ...judgeUnseen(facts)]
}
