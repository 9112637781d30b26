import { describePhase, evidenceOfHost, subjectOfHost } from './describe.js'
import type { AskedHost, Declaration, Facts, Finding, Phase } from './facts.js'
import { grounds } from './grounds.js'
import { purposeOfHost } from './purpose-of-host.js'

function judgeHost(asked: AskedHost, declaration: Declaration | undefined): Finding[] {
  const purpose = purposeOfHost(asked, declaration)
  const { need, category, because, isCertain } = purpose
  if (need === 'necessary') return []
  const tag =
    category && declaration?.categories[category] ? `\`data-category="${category}"\`` : '`data-category`'
  const report = (rule: string, phase: Phase): Finding => ({
    rule,
    severity: need === 'unknown' ? 'note' : isCertain ? 'error' : 'warning',
    message: `${asked.host} is asked ${describePhase(phase)}: ${because}.`,
    advice:
      need === 'unknown'
        ? 'It learns the address of the visitor. Serve the file from the site itself, or make sure that the page cannot do without it.'
        : phase === 'before'
          ? `Hold the request until the visitor agrees: put ${tag} on the tag or frame that causes it.`
          : 'Hold it in every state but an agreement, and cancel what is still on its way.',
    subject: subjectOfHost(asked),
    page: asked.pages[0],
    evidence: evidenceOfHost(asked),
    grounds: grounds[rule] ?? [],
  })
  const findings: Finding[] = []
  if (asked.seen.includes('before') && need !== 'objectable')
    findings.push(report('request-before-consent', 'before'))
  const refused = (['reject', 'next-visit'] as const).find((phase) => asked.seen.includes(phase))
  // A host that nobody can judge is named once, not in every phase.
  const isNamed = need === 'unknown' && findings.length > 0
  if (refused && !isNamed) findings.push(report('request-after-reject', refused))
  if (asked.seen.includes('withdraw') && !isNamed) findings.push(report('left-after-withdrawal', 'withdraw'))
  return findings
}

/** Requests to other sites before an answer, after a refusal and after a withdrawal. */
export function judgeRequests({ requests, declaration }: Pick<Facts, 'requests' | 'declaration'>): Finding[] {
  return requests.flatMap((asked) => judgeHost(asked, declaration))
}
