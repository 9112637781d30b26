import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['test/audit/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Each file drives a browser, and what is waited for is time.
    fileParallelism: false,
  },
})
