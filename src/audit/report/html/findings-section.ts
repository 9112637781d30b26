import { rules } from '../../rules/judge.js'
import type { AuditResult } from '../result.js'
import { type Markup, markup } from './escape-html.js'

const severities = ['error', 'warning', 'note'] as const

function writeFinding(finding: AuditResult['findings'][number]): Markup {
  const { severity, rule, message, advice, evidence, grounds, page, isNew, subject } = finding
  const text = `${rule} ${message} ${subject} ${page ?? ''}`.toLowerCase()
  return markup`<li class="finding ${severity}" data-severity="${severity}" data-rule="${rule}" data-text="${text}">
    <p class="head"><span class="badge ${severity}">${severity}</span> <code>${rule}</code>${isNew === false && markup` <span class="badge known">known</span>`}</p>
    <p class="message">${message}</p>
    <p class="advice">${advice}</p>
    <details><summary>Evidence and legal ground</summary>
      ${page && markup`<p>Seen first on <a href="${page}">${page}</a></p>`}
      ${evidence.length > 0 && markup`<ul class="evidence">${evidence.map((line) => markup`<li>${line}</li>`)}</ul>`}
      ${grounds.length > 0 && markup`<ul class="grounds">${grounds.map(({ law, source }) => markup`<li>${law} <a href="${source}">Source</a></li>`)}</ul>`}
    </details></li>`
}

/** The findings, with filters. */
export function findingsSection({ findings }: AuditResult): Markup {
  if (findings.length === 0)
    return markup`<section aria-labelledby="findings"><h2 id="findings">Findings</h2><p class="clean">No finding.</p></section>`
  const present = Object.keys(rules).filter((rule) => findings.some((finding) => finding.rule === rule))
  return markup`<section aria-labelledby="findings"><h2 id="findings">Findings</h2>
  <form class="filters" aria-label="Filter the findings">
    ${severities.map((severity) => markup`<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity} (${findings.filter((one) => one.severity === severity).length})</label>`)}
    <label>Rule <select name="rule"><option value="">all</option>${present.map((rule) => markup`<option>${rule}</option>`)}</select></label>
    <label>Text <input type="search" name="text"></label>
    <output role="status"></output>
  </form>
  <ul class="findings" role="list">${findings.map(writeFinding)}</ul></section>`
}
