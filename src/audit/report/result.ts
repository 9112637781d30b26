import type { Moment } from '../collect/create-recorder.js'
import type { PageVisit, Run } from '../command/audit-site.js'
import type { AuditOptions } from '../command/options.js'
import type { Answer, AskedHost, Choices, Finding, StoredItem } from '../rules/facts.js'
import { declaredHost } from '../rules/purpose-of-host.js'
import { findDeclared, purposeOfItem } from '../rules/purpose-of-item.js'

/** The report as JSON (`askfirst/audit.schema.json`). Additions keep the version; removals and renames raise it. */
export interface AuditResult {
  readonly version: 1
  readonly tool: string
  readonly url: string
  /** ISO 8601, when the run began. */
  readonly date: string
  readonly browser: string
  /** Seconds. */
  readonly duration: number
  readonly pages: readonly { readonly url: string; readonly visits: readonly PageVisit[] }[]
  readonly answers: readonly Answer[]
  readonly choices: readonly Choices[]
  readonly storage: readonly (StoredItem & { readonly declared: boolean; readonly category: string | null })[]
  readonly requests: readonly (AskedHost & { readonly category: string | null })[]
  readonly findings: readonly (Finding & { readonly isNew?: boolean | undefined })[]
  readonly problems: readonly string[]
  readonly moments: readonly Moment[]
}

/** Puts the report together. */
export function createResult(
  run: Run,
  findings: readonly Finding[],
  {
    options,
    browser,
    began,
    version,
  }: {
    readonly options: AuditOptions
    readonly browser: string
    readonly began: Date
    readonly version: string
  },
): AuditResult {
  const { facts } = run
  const { declaration } = facts
  return {
    version: 1,
    tool: `askfirst ${version}`,
    url: options.url,
    date: began.toISOString(),
    browser,
    duration: Math.round((Date.now() - +began) / 100) / 10,
    pages: run.pages.map((url) => ({ url, visits: run.visits.filter((visit) => visit.url === url) })),
    answers: facts.answers,
    choices: facts.choices,
    storage: facts.storage.map((item) => ({
      ...item,
      declared: Boolean(declaration && (item.name === declaration.record || findDeclared(item, declaration))),
      category: purposeOfItem(item, declaration).category ?? item.suggestion?.category ?? null,
    })),
    requests: facts.requests.map((asked) => ({
      ...asked,
      category: (declaration && declaredHost(asked.host, declaration)) ?? asked.suggestion?.category ?? null,
    })),
    findings,
    problems: run.problems,
    moments: run.moments,
  }
}
