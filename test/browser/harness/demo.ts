import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { test as base } from './index.js'

const command = fileURLToPath(new URL('../../../examples/start.mjs', import.meta.url))

/** The two pages that `npm start` serves. */
export const test = base.extend<{ at: (host: string, path: string) => string }>({
  at: async ({ page }, use) => {
    const demo = spawn(process.execPath, [command], { env: { ...process.env, PORT: '0' } })
    const port = await new Promise<string>((resolve, reject) => {
      demo.stdout.on('data', (text) => {
        const found = /localhost:(\d+)/.exec(String(text))?.[1]
        if (found) resolve(found)
      })
      demo.stderr.on('data', (text) => reject(new Error(String(text))))
    })
    await use((host, path) => `http://${host}.localhost:${port}${path}`)
    await page.close()
    demo.kill()
  },
})
