import { rules as named } from '../../dev/rules/rules.js'
import type { Facts, Finding, StoredItem, Suggestion } from './facts.js'
import { judgeBanner } from './judge-banner.js'
import { judgeChoices } from './judge-choices.js'
import { judgeDeclaration } from './judge-declaration.js'
import { judgeRequests } from './judge-requests.js'
import { judgeStorage, judgeWithdrawal } from './judge-storage.js'

const order = { error: 0, warning: 1, note: 2 } as const

/** Every rule, for `--fail-on` and the reports. */
export const rules: { readonly [rule: string]: string } = named

/**
 * Judges what a run has found. Pure: the same facts give the same findings, on the command line and in a page.
 * @param know what open data says about a declared name that was not seen
 */
export function judge(
  facts: Facts,
  know: (item: Pick<StoredItem, 'name' | 'domain'>) => Suggestion | undefined = () => undefined,
): Finding[] {
  return [
    ...judgeBanner(facts),
    ...judgeStorage(facts),
    ...judgeRequests(facts),
    ...judgeWithdrawal(facts),
    ...judgeDeclaration(facts, know),
    ...judgeChoices(facts.choices),
  ].sort((a, b) => order[a.severity] - order[b.severity])
}
