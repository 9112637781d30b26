import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'

/**
 * Starts an X server without a screen, on a number of its own choice.
 * @returns what DISPLAY has to be, and how to end it
 */
export async function startDisplay(xvfb) {
  try {
    // Only root's Xvfb makes this folder by itself.
    mkdirSync('/tmp/.X11-unix', { mode: 0o1777 })
  } catch {}
  const options = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']
  const server = spawn(xvfb, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const stop = () => server.kill('SIGKILL')
  try {
    const signal = AbortSignal.timeout(20_000)
    const [number] = await Promise.race([
      once(server.stdio[3], 'data', { signal }),
      once(server, 'exit', { signal }).then(([status]) => {
        throw new Error(`Xvfb ended with ${status} before it had a display.`)
      }),
    ])
    return { display: `:${String(number).trim()}`, stop }
  } catch (error) {
    stop()
    throw error
  }
}
