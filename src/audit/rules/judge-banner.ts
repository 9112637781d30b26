import type { Facts, Finding } from './facts.js'
import { grounds } from './grounds.js'
import { purposeOfHost } from './purpose-of-host.js'
import { purposeOfItem } from './purpose-of-item.js'

/** Whether a site that needs consent asks for it, keeps the refusal, and lets the visitor take consent back. */
export function judgeBanner(facts: Facts): Finding[] {
  const { url, storage, requests, answers, declaration, askedAgain } = facts
  const findings: Finding[] = []
  const write = (
    rule: string,
    severity: Finding['severity'],
    message: string,
    advice: string,
    evidence: readonly string[] = [],
  ) =>
    findings.push({
      rule,
      severity,
      message,
      advice,
      subject: rule,
      page: url,
      evidence,
      grounds: grounds[rule] ?? [],
    })

  const isOptional = ({ need }: { readonly need: string }) => need === 'optional'
  const needy = [
    ...storage.filter((item) => isOptional(purposeOfItem(item, declaration))).map(({ name }) => name),
    ...requests.filter((asked) => isOptional(purposeOfHost(asked, declaration))).map(({ host }) => host),
  ]
  const asks = answers.some(({ banner, method }) => banner || method !== 'none')
  if (!asks && needy.length > 0)
    write(
      'banner-missing',
      'error',
      `The site stores or asks for ${needy.length} ${needy.length === 1 ? 'thing that needs' : 'things that need'} consent, and no banner was found.`,
      'Ask first, or remove them. If there is a banner, show the audit how to answer it: `--consent module`.',
      needy,
    )
  if (askedAgain)
    write(
      'asked-again',
      'warning',
      'The banner is back on the next visit after a refusal.',
      'Keep a refusal as long as an agreement, in storage that outlives the session.',
    )
  const accepted = answers.find(({ phase }) => phase === 'accept')
  const withdrawn = answers.find(({ phase }) => phase === 'withdraw')
  if (accepted && accepted.method !== 'none' && withdrawn?.method === 'none' && asks)
    write(
      'no-way-back',
      'note',
      'No way to withdraw was found on the page.',
      'Put a link or button on every page that opens the preferences. If there is one, show the audit how: `--consent module`.',
      [withdrawn.detail],
    )
  return findings
}
