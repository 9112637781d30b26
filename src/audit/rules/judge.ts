import type { Facts, Finding, StoredItem, Suggestion } from './facts.js'
import { judgeBanner } from './judge-banner.js'
import { judgeChoices } from './judge-choices.js'
import { judgeDeclaration } from './judge-declaration.js'
import { judgeRequests } from './judge-requests.js'
import { judgeStorage, judgeWithdrawal } from './judge-storage.js'

const order = { error: 0, warning: 1, note: 2 } as const

/** Every rule, for `--fail-on` and the reports. */
export const rules: { readonly [rule: string]: string } = {
  'storage-before-consent': 'Storage that needs consent is there before an answer.',
  'request-before-consent': 'Another site is asked before an answer.',
  'storage-after-reject': 'Storage that needs consent is there after a refusal.',
  'request-after-reject': 'Another site is asked after a refusal.',
  'undeclared-storage': 'Storage that the options of the site do not declare.',
  'misfiled-storage': 'A declared item is called necessary and is known for something else.',
  'left-after-withdrawal': 'Storage or requests go on after consent was withdrawn.',
  'declared-but-not-seen': 'A declared item was not seen.',
  'banner-missing': 'The site needs consent and does not ask.',
  'unequal-choices': 'To refuse is harder than to accept.',
  'asked-again': 'A refusal is not kept.',
  'no-way-back': 'No way to withdraw was found.',
}

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
