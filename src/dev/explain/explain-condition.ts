import { parseCondition } from '../../model/condition.js'
import type { Answer } from '../../model/decision.js'
import type { ExplainName } from './explain-name.js'

interface Names {
  readonly answer: (name: string) => Answer
  readonly explainName: ExplainName
}

/** Says in clauses which names of `data-category` meet its condition, or which keep it from being met. */
export function explainCondition(
  condition: string,
  service: string | undefined,
  { answer, explainName }: Names,
): string {
  const groups = parseCondition(condition, service).map((terms) => ({
    terms,
    met: terms.find(({ name, isRefusal }) => answer(name) === !isRefusal),
  }))
  const unmet = groups.filter(({ met }) => !met)
  if (!unmet[0]) return [...new Set(groups.map(({ met }) => explainName(met?.name ?? '')))].join(', and ')
  const clauses = unmet.map(({ terms }) => {
    const reasons = terms.map(({ name, isRefusal }) => {
      if (!name || name === '.') return 'data-category is empty'
      return isRefusal ? `"${name}" has to be refused, and ${explainName(name)}` : explainName(name)
    })
    return terms.length > 1 ? `one of ${terms.length} names is enough, and ${reasons.join(', ')}` : reasons[0]
  })
  return [...new Set(clauses)].join(', and ')
}
