import { answersSection, choicesSection, pagesSection } from './html/answers-section.js'
import { markup, trusted } from './html/escape-html.js'
import { filterReport } from './html/filter-report.js'
import { findingsSection } from './html/findings-section.js'
import styles from './html/report.css'
import { addedSection, requestsSection, storageSection } from './html/storage-section.js'
import type { AuditResult } from './result.js'

/** One file that needs nothing else. Its policy lets nothing be fetched, whatever a site has called its cookies. */
export function writeHtml(result: AuditResult): string {
  const { url, date, browser, duration, findings, storage, requests, pages, problems, tool } = result
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const numbers: readonly (readonly [number, string])[] = [
    [of('error'), 'error'],
    [of('warning'), 'warning'],
    [of('note'), 'note'],
    [storage.length, 'stored item'],
    [requests.length, 'other site'],
    [pages.length, 'page'],
  ]
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Audit of ${url}</title>
<style>${trusted(styles)}</style>
</head>
<body>
<header><h1>Audit of ${url}</h1>
<p class="dim">${new Date(date).toUTCString()}, ${browser}, ${duration} s, ${tool}. Facts for whoever decides, not legal advice.</p>
<ul class="numbers" role="list">${numbers.map(([number, word]) => markup`<li><b>${number}</b> ${word}${number !== 1 && 's'}</li>`)}</ul></header>
<main>
${findingsSection(result)}
${problems.length > 0 && markup`<section aria-labelledby="problems"><h2 id="problems">Not looked at, or only in part</h2><ul>${problems.map((problem) => markup`<li>${problem}</li>`)}</ul></section>`}
${answersSection(result)}
${choicesSection(result)}
${addedSection(result)}
${storageSection(result)}
${requestsSection(result)}
${pagesSection(result)}
</main>
<script>(${trusted(filterReport.toString())})()</script>
</body>
</html>
`.html
}
