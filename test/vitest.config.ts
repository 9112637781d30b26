import { defineConfig } from 'vitest/config'
import { cssText } from '../build/css-text.ts'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [cssText()],
  define: { __DEV__: 'true' },
  test: {
    environment: 'happy-dom',
    include: ['test/unit/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    unstubGlobals: true,
  },
})
