import { loadAutoconsent } from '../answer/answer-by-autoconsent.js'
import { loadConsentModule } from '../answer/load-module.js'
import { loadPlaywright } from '../browser/load-playwright.js'
import { createProfiles } from '../browser/open-profile.js'
import { loadOpenData } from '../collect/open-data.js'
import { markNew } from '../report/baseline.js'
import { failing } from '../report/counting.js'
import { createResult } from '../report/result.js'
import { createPaint, writeTerminal } from '../report/write-terminal.js'
import { judge } from '../rules/judge.js'
import { auditSite } from './audit-site.js'
import { loadConfig } from './load-config.js'
import type { AuditOptions } from './options.js'
import { writeReports } from './write-reports.js'

/** Where a run writes, and how it can be ended early. */
export interface Surroundings {
  readonly version: string
  /** The summary. */
  readonly print: (text: string) => void
  /** Progress while it works. */
  readonly tell: (line: string) => void
  readonly isColoured: boolean
  /** Is given what closes the browsers, for a signal that ends the run. */
  readonly onStart: (close: () => Promise<void>) => void
}

/**
 * Runs one audit from options to reports.
 * @returns the exit status: 0 no finding, 1 findings, 2 a part could not be looked at
 * @throws a failure where nothing could be looked at
 */
export async function runAudit(options: AuditOptions, surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { version, print, tell, isColoured, onStart } = surroundings
  const began = new Date()
  const playwright = await loadPlaywright()
  const module = options.consent ? await loadConsentModule(options.consent) : undefined
  const config = options.config ? await loadConfig(options.config) : undefined
  const [data, autoconsent] = await Promise.all([loadOpenData(), loadAutoconsent()])
  // Read before the browser starts: a wrong path is said at once.
  if (options.baseline) await markNew([], options.baseline)
  const [viewport = { width: 1280, height: 800 }] = options.viewports
  const profiles = createProfiles(playwright, {
    browser: options.browser,
    viewport,
    locale: options.locale,
    ignoreCertificate: options.ignoreCertificate,
    auth: options.auth,
    resolve: options.resolve,
    headed: options.headed,
  })
  onStart(profiles.close)
  try {
    const run = await auditSite(options, { profiles, data, config, tell, means: { module, autoconsent } })
    const judged = judge(run.facts, data.suggestItem)
    const findings = options.baseline ? await markNew(judged, options.baseline) : judged
    const browser = `${options.browser} ${profiles.version()}`
    const result = createResult(run, findings, { options, browser, began, version })
    const written = await writeReports(result, options)
    print(writeTerminal(result, createPaint(isColoured)))
    if (written[0]) print(`Written: ${written.join(', ')}`)
    if (run.isBroken) return 2
    return failing(findings, options.failOn).length > 0 ? 1 : 0
  } finally {
    await profiles.close()
  }
}
