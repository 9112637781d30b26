import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { createClosingLine } from './closing-line.ts'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: '../../node_modules/.vite',
  test: {
    include: ['**/*.test.ts'],
    // One window at a time: focus is part of what is tested.
    fileParallelism: false,
    // A loaded machine is slow, not wrong: one more try there.
    retry: process.env.CI ? 1 : 0,
    allowOnly: !process.env.CI,
    // Every command to the browser has a limit of its own, which says more than this one.
    testTimeout: 60_000,
    expect: { poll: { timeout: 5_000, interval: 30 } },
    reporters: ['verbose', createClosingLine()],
  },
})
