import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createFailure, firstLine } from '../failure.js'
import type { AuditResult } from '../report/result.js'
import { writeCsv } from '../report/write-csv.js'
import { writeDraft } from '../report/write-draft.js'
import { writeHtml } from '../report/write-html.js'
import { writeJunit } from '../report/write-junit.js'
import { writeSarif } from '../report/write-sarif.js'
import type { AuditOptions, ReportFormat } from './options.js'

const writers: { readonly [F in ReportFormat]: (result: AuditResult, options: AuditOptions) => string } = {
  json: (result) => `${JSON.stringify(result, undefined, 2)}\n`,
  html: (result) => writeHtml(result),
  sarif: (result) => writeSarif(result),
  junit: (result, { failOn }) => writeJunit(result, failOn),
  csv: (result) => writeCsv(result),
  draft: (result) => writeDraft(result),
}

/** Writes the reports that were asked for. @throws a failure that names the option of a file that cannot be written */
export async function writeReports(result: AuditResult, options: AuditOptions): Promise<string[]> {
  const written: string[] = []
  for (const format of Object.keys(writers) as ReportFormat[]) {
    const path = options.reports[format]
    if (!path) continue
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, writers[format](result, options))
      written.push(path)
    } catch (cause) {
      throw createFailure(
        `\`--${format}\` names ${path}, which cannot be written: ${firstLine(cause)}.`,
        'Name a file in a folder that can be written to.',
      )
    }
  }
  return written
}
