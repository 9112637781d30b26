import { grounds } from '../rules/grounds.js'
import { rules } from '../rules/judge.js'
import type { AuditResult } from './result.js'

/** SARIF 2.1.0 (OASIS), for code scanning. Pages stand where files usually do. */
export function writeSarif({ findings, tool, url }: AuditResult): string {
  const names = Object.keys(rules)
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'askfirst audit',
              semanticVersion: tool.split(' ')[1],
              rules: names.map((id) => ({
                id,
                shortDescription: { text: rules[id] },
                help: {
                  text:
                    (grounds[id] ?? []).map(({ law, source }) => `${law} ${source}`).join('\n') ||
                    `${rules[id]}`,
                },
              })),
            },
          },
          results: findings.map((finding) => ({
            ruleId: finding.rule,
            ruleIndex: names.indexOf(finding.rule),
            level: finding.severity,
            message: { text: [`${finding.message} ${finding.advice}`, ...finding.evidence].join('\n') },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: finding.page ?? url },
                  region: { startLine: 1 },
                },
              },
            ],
            partialFingerprints: { subject: `${finding.rule} ${finding.subject}` },
            ...(finding.isNew !== undefined && { baselineState: finding.isNew ? 'new' : 'unchanged' }),
          })),
        },
      ],
    },
    undefined,
    2,
  )
}
