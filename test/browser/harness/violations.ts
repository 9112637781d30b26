import type { Page } from '@playwright/test'

/** Something a browser complained about. */
export interface Violation {
  readonly kind: 'policy' | 'console' | 'uncaught'
  readonly text: string
}

/**
 * Collects what the browser complains about on `page` and its frames: policy
 * violations, console errors, uncaught errors. Call it before `goto`; the array
 * fills as the page runs.
 */
export async function collectViolations(page: Page): Promise<readonly Violation[]> {
  const violations: Violation[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push({ kind: 'console', text: message.text() })
  })
  page.on('pageerror', (error) => violations.push({ kind: 'uncaught', text: error.message }))
  await page.exposeFunction('askfirstTestViolation', (text: string) => {
    violations.push({ kind: 'policy', text })
  })
  await page.addInitScript(() => {
    const report = (window as unknown as { askfirstTestViolation: (text: string) => void })
      .askfirstTestViolation
    addEventListener('securitypolicyviolation', (event) => {
      report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  return violations
}
