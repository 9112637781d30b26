export type BrowserName = 'chromium' | 'firefox'

export interface LaunchOptions {
  channel?: string
  executablePath: string
  args?: string[]
  ignoreDefaultArgs?: string[]
  firefoxUserPrefs?: { [name: string]: string | number | boolean }
}

/** Environment variable, installed browser, or Playwright's own; `undefined` if there is none. */
export function findBrowser(name: BrowserName): string | undefined

/** Like `findBrowser`, but gets a browser where there is none, and fails with the cure where it cannot. */
export function obtainBrowser(name: BrowserName): string

/** How Playwright starts it, with every host name leading to this machine. */
export function launchOptions(name: BrowserName, needs?: { hasWindows?: boolean }): LaunchOptions
