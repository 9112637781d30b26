import { rules } from '../rules/judge.js'
import { failing } from './counting.js'
import type { AuditResult } from './result.js'

/** XML 1.0 has no control characters but tab and line breaks. */
const escapeXml = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** One test for each rule: it fails with what fails the run, and lists the rest. */
export function writeJunit(
  { findings, duration, url }: AuditResult,
  failOn: readonly string[] | undefined,
): string {
  const failed = failing(findings, failOn)
  const cases = Object.entries(rules).map(([rule, title]) => {
    const own = failed.filter((finding) => finding.rule === rule)
    const rest = findings.filter((finding) => finding.rule === rule && !failed.includes(finding))
    const write = (list: typeof findings) =>
      list.map(({ message, advice, evidence }) => [message, advice, ...evidence].join('\n')).join('\n\n')
    const failure = own[0]
      ? `<failure message="${escapeXml(own[0].message)}">${escapeXml(write(own))}</failure>`
      : ''
    const output = rest[0] ? `<system-out>${escapeXml(write(rest))}</system-out>` : ''
    return `    <testcase classname="askfirst.audit" name="${escapeXml(`${rule}: ${title}`)}">${failure}${output}</testcase>`
  })
  const failures = new Set(failed.map(({ rule }) => rule)).size
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" time="${duration}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${counts}>
  <testsuite name="${escapeXml(url)}" ${counts}>
${cases.join('\n')}
  </testsuite>
</testsuites>
`
}
