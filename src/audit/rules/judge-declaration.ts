import { describeItem, describeKind, evidenceOfItem, subjectOfItem } from './describe.js'
import type { DeclaredItem, Facts, Finding, StoredItem, Suggestion } from './facts.js'
import { grounds } from './grounds.js'
import { findDeclared, findKeeper } from './purpose-of-item.js'

type Known = (item: Pick<StoredItem, 'name' | 'domain'>) => Suggestion | undefined

const purposes = new Set(['statistics', 'marketing', 'preferences'])

function judgeUndeclared({ storage, declaration }: Facts): Finding[] {
  const rule = 'undeclared-storage'
  if (!declaration) return []
  return storage.flatMap((item): Finding[] => {
    // A registered worker is code, not an item that a declaration lists.
    if (item.kind === 'service-worker' || item.name === declaration.record) return []
    if (findDeclared(item, declaration) || findKeeper(item)) return []
    const { suggestion } = item
    const where = suggestion
      ? `"${suggestion.category}", as ${suggestion.source} files it`
      : 'the category of the code that sets it'
    return [
      {
        rule,
        severity: 'error',
        message: `${describeItem(item)} is not declared.`,
        advice: `Declare it under \`cookies\` of ${where}, or remove the code that sets it. \`--draft\` writes the lines.`,
        subject: subjectOfItem(item),
        page: item.pages[0],
        evidence: evidenceOfItem(item),
        grounds: grounds[rule] ?? [],
      },
    ]
  })
}

function judgeMisfiled({ declaration, storage }: Facts, know: Known): Finding[] {
  const rule = 'misfiled-storage'
  if (!declaration) return []
  return declaration.items.flatMap((declared): Finding[] => {
    const model = declaration.categories[declared.category]
    if (model !== 'required' || declared.kind === 'pixel') return []
    const seen = storage.find((item) => findDeclared(item, declaration) === declared)
    const name = seen?.name ?? declared.name
    const suggestion = seen?.suggestion ?? know({ name, domain: declared.domain ?? '' })
    if (!suggestion || suggestion.certainty === 'low' || !purposes.has(suggestion.category)) return []
    return [
      {
        rule,
        severity: 'error',
        message: `${describeKind(declared.kind)} "${declared.name}" is declared under "${declared.category}", which cannot be refused, and ${suggestion.vendor} uses it for ${suggestion.category}.`,
        advice: `Move it to "${suggestion.category}", and hold its code until that is granted.`,
        subject: `declared ${declared.kind} ${declared.name}`,
        evidence: [
          `${suggestion.source}: ${suggestion.vendor}, ${suggestion.category} (certainty ${suggestion.certainty})`,
        ],
        grounds: grounds[rule] ?? [],
      },
    ]
  })
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
