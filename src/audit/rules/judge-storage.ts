import { describeItem, describePhase, evidenceOfItem, subjectOfItem } from './describe.js'
import type { Declaration, Facts, Finding, Phase, StoredItem } from './facts.js'
import { grounds } from './grounds.js'
import { type Purpose, purposeOfItem } from './purpose-of-item.js'

const advice = (item: StoredItem, { need, category }: Purpose) => {
  if (need === 'objectable') return `Stop writing it once "${category}" is refused.`
  const cause =
    item.writer?.via === 'header' ? 'Stop the server from setting it' : 'Hold the code that writes it'
  const tag =
    category && item.writer?.party === 'third' ? ` (\`data-category="${category}"\` on its tag)` : ''
  return `${cause} until the visitor agrees${tag}, or declare it under a required category if the service cannot work without it.`
}

function find(rule: string, phase: Phase, item: StoredItem, purpose: Purpose): Finding {
  return {
    rule,
    severity: purpose.isCertain ? 'error' : 'warning',
    message: `${describeItem(item)} is there ${describePhase(phase)}: ${purpose.because}.`,
    advice: advice(item, purpose),
    subject: subjectOfItem(item),
    page: item.pages[0],
    evidence: evidenceOfItem(item),
    grounds: grounds[rule] ?? [],
  }
}

/** Storage that needs consent and is there without it: before an answer, and after a refusal. */
export function judgeStorage({ storage, declaration }: Pick<Facts, 'storage' | 'declaration'>): Finding[] {
  return storage.flatMap((item) => {
    const purpose = purposeOfItem(item, declaration)
    const { need } = purpose
    const findings: Finding[] = []
    if (need === 'optional' && item.seen.includes('before'))
      findings.push(find('storage-before-consent', 'before', item, purpose))
    if (need === 'optional' || need === 'objectable') {
      const phase = (['reject', 'next-visit'] as const).find((one) => item.seen.includes(one))
      if (phase) findings.push(find('storage-after-reject', phase, item, purpose))
    }
    return findings
  })
}

/** Storage that is still there after consent was withdrawn. */
export function judgeWithdrawal({
  storage,
  declaration,
}: {
  readonly storage: readonly StoredItem[]
  readonly declaration?: Declaration | undefined
}): Finding[] {
  const rule = 'left-after-withdrawal'
  return storage.flatMap((item): Finding[] => {
    const purpose = purposeOfItem(item, declaration)
    if (!item.seen.includes('withdraw') || purpose.need === 'necessary' || purpose.need === 'unknown')
      return []
    // No site can remove what another one keeps under its own name.
    const isForeign = item.party === 'third'
    return [
      {
        rule,
        severity: isForeign ? 'note' : purpose.isCertain ? 'error' : 'warning',
        message: `${describeItem(item)} is still there ${describePhase('withdraw')}: ${purpose.because}.`,
        advice: isForeign
          ? 'Only its owner can remove it. Say so in the cookie policy, with a link to where the visitor can.'
          : item.httpOnly
            ? 'Let the server expire it when it hears of the withdrawal: no script can.'
            : 'Erase it on withdrawal: declare it with its domain and path under the category of its code.',
        subject: subjectOfItem(item),
        page: item.pages[0],
        evidence: evidenceOfItem(item),
        grounds: grounds[rule] ?? [],
      },
    ]
  })
}
