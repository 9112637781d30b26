import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { AuditResult } from '../../src/audit/report/result.js'
import { measureMemory } from './measure-memory.js'

export const cli = fileURLToPath(new URL('../../dist/audit/cli.js', import.meta.url))

export interface Audited {
  readonly status: number | null
  readonly output: string
  readonly errors: string
  /** Peak resident memory of the command and its browsers, in MB. Pages that processes share count for each. */
  readonly memory: number
  /** The report, where one was written. */
  readonly result: AuditResult
  /** The text of another report. */
  readonly read: (file: string) => Promise<string>
}

/** The browser of this run: the suite runs once for each. */
export const browserName = process.env.ASKFIRST_AUDIT_BROWSER === 'firefox' ? 'firefox' : 'chromium'

/** Runs the command as a user does. `out` in the words is a folder of its own. */
export async function audit(
  url: string,
  words: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Audited> {
  const out = await mkdtemp(join(tmpdir(), 'askfirst-audit-'))
  const common = [
    '--browser',
    browserName,
    '--ignore-certificate',
    '--resolve',
    '127.0.0.1',
    '--json',
    join(out, 'report.json'),
  ]
  const args = ['audit', url, ...common, ...words.map((word) => word.replace(/^out\//, `${out}/`))]
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } })
  const stop = measureMemory(child.pid)
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const memory = stop()
  const text = await readFile(join(out, 'report.json'), 'utf8').catch(() => 'null')
  const files = new Map<string, string>()
  for (const word of words.filter((one) => one.startsWith('out/')))
    files.set(word, await readFile(word.replace(/^out\//, `${out}/`), 'utf8').catch(() => ''))
  await rm(out, { recursive: true, force: true })
  return {
    status,
    output,
    errors,
    memory,
    result: JSON.parse(text),
    read: async (file) => files.get(file) ?? '',
  }
}

const order = ['before', 'reject', 'next-visit', 'accept', 'withdraw']
const inOrder = (phases: readonly string[]) => order.filter((phase) => phases.includes(phase)).join(' ')

/** A report in the form of a known answer. */
export function summarise({ storage, requests, findings }: AuditResult) {
  return {
    storage: Object.fromEntries(
      storage.map(({ kind, name, domain, seen }) => [`${kind} ${name} ${domain}`, inOrder(seen)]),
    ),
    requests: Object.fromEntries(requests.map(({ host, seen }) => [host, inOrder(seen)])),
    findings: findings.map(({ severity, rule, subject }) => `${severity} ${rule} ${subject}`).sort(),
  }
}
