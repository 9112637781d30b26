import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import process from 'node:process'
import { Capabilities, WebDriver } from 'selenium-webdriver'
import { Executor, HttpClient } from 'selenium-webdriver/http'
import type { Command } from 'selenium-webdriver/lib/command.js'
import { killTree } from './kill-tree.js'
import { within } from './within.js'

/** Milliseconds. A load that takes longer than `pageLoad` is an error of the page, a command's end of the browser. */
const limits = { start: 20_000, command: 15_000, pageLoad: 10_000, script: 10_000, quit: 5_000 }

export interface Session {
  readonly driver: WebDriver
  readonly close: () => Promise<void>
}

const required = (variable: string): string => {
  const value = process.env[variable]
  if (!value) throw new Error(`${variable} is not set: start the suite with \`npm run test:webkit\`.`)
  return value
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function untilReady(url: string, program: ChildProcess): Promise<void> {
  while (program.exitCode === null && program.signalCode === null) {
    const answer = await fetch(`${url}/status`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  throw new Error(`WebKitWebDriver ended with ${program.exitCode ?? program.signalCode} before it was ready.`)
}

async function tryToOpen(socksPort: number): Promise<Session> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const program = spawn(required('ASKFIRST_WEBKIT_DRIVER'), [`--port=${port}`], { stdio: 'ignore' })
  const started = once(program, 'spawn')
  const end = () => program.pid && killTree(program.pid)
  try {
    await started
    await within(limits.start, untilReady(url, program), 'status')
    const executor = new Executor(new HttpClient(url))
    const bounded = {
      execute: (command: Command) => {
        const limit = command.getName() === 'newSession' ? limits.start : limits.command
        return within(limit, executor.execute(command), command.getName())
      },
    }
    const capabilities = new Capabilities({
      acceptInsecureCerts: true,
      timeouts: { pageLoad: limits.pageLoad, script: limits.script },
      'webkitgtk:browserOptions': {
        binary: required('ASKFIRST_MINIBROWSER'),
        args: ['--automation', `--proxy=socks://127.0.0.1:${socksPort}`],
      },
    })
    const driver = WebDriver.createSession(bounded, capabilities)
    await driver.getSession()
    return {
      driver,
      close: async () => {
        await within(limits.quit, driver.quit(), 'quit').catch(() => {})
        end()
      },
    }
  } catch (error) {
    end()
    throw error
  }
}

/**
 * A browser nobody has used, with a driver of its own, so that one that hangs
 * takes only its own test with it. Tried twice: another program may take the
 * free port first, and a loaded machine may be late.
 */
export const openSession = (socksPort: number): Promise<Session> =>
  tryToOpen(socksPort).catch(() => tryToOpen(socksPort))
