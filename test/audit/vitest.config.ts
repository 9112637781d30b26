import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['test/audit/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each file drives a browser, and what is waited for is time.
    fileParallelism: false,
  },
})
