import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchOptions } from '../browsers.mjs'

/**
 * Opens `url` in a Chromium that nobody watches. Chromium does not prerender a
 * page a debugger is attached to (PrerenderingDisabledByDevTools), and that is
 * what Playwright is; such a page has to act by itself and tell the server.
 * @returns closes it
 */
export async function openUnattended(url: string): Promise<() => Promise<void>> {
  const profile = await mkdtemp(join(tmpdir(), 'askfirst-chromium-'))
  const { executablePath, args = [] } = launchOptions('chromium')
  const ownArgs = [
    '--headless=new',
    '--no-first-run',
    '--ignore-certificate-errors',
    `--user-data-dir=${profile}`,
  ]
  const chromium = spawn(executablePath, [...args, ...ownArgs, url], { stdio: 'ignore' })
  return async () => {
    if (chromium.exitCode === null) {
      chromium.kill()
      await once(chromium, 'exit')
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
