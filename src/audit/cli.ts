#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { help } from './command/help.js'
import { readArguments } from './command/read-arguments.js'
import { runAudit } from './command/run-audit.js'
import { isFailure } from './failure.js'

const statusOf = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

async function readVersion(): Promise<string> {
  return JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')).version
}

/** Milliseconds for what is printed to be read. */
const LAST_WAIT = 5000

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2))
  if ('help' in asked) {
    process.stdout.write(help)
    return 0
  }
  const version = await readVersion()
  if ('version' in asked) {
    process.stdout.write(`${version}\n`)
    return 0
  }
  const { audit } = asked
  return runAudit(audit, {
    version,
    print: (text) => {
      if (!audit.isSilent) process.stdout.write(`${text}\n`)
    },
    tell: (line) => {
      if (!audit.isSilent) process.stderr.write(`${line}\n`)
    },
    isColoured: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
    onStart(close) {
      for (const [signal, status] of Object.entries(statusOf))
        process.once(signal, () => void close().finally(() => process.exit(status)))
    },
  })
}

main()
  .catch((cause: unknown) => {
    process.stderr.write(
      `${isFailure(cause) ? cause.message : cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
    )
    return 2
  })
  .then((status) => {
    process.exitCode = status
    // A browser that does not end would keep this process, and ends with it.
    setTimeout(() => process.exit(), LAST_WAIT).unref()
  })
