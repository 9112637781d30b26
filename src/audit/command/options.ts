import type { BrowserName } from '../browser/find-browser.js'

export interface Viewport {
  readonly width: number
  readonly height: number
}

/** What `askfirst audit` was asked for. */
export interface AuditOptions {
  readonly url: string
  /** @default 10 */
  readonly pages: number
  /** @default 'chromium' */
  readonly browser: BrowserName
  /** The first is used for every phase, the others for a first visit and the measure of the choices. */
  readonly viewports: readonly Viewport[]
  /** Seconds for the whole run. @default 300 */
  readonly budget: number
  /** Milliseconds in which nothing may happen before a page counts as quiet. @default 800 */
  readonly quiet: number
  /** A module or JSON file with the options of the site. */
  readonly config?: string | undefined
  readonly consent?: string | undefined
  readonly auth?: { readonly username: string; readonly password: string } | undefined
  readonly locale?: string | undefined
  readonly resolve?: string | undefined
  readonly ignoreCertificate: boolean
  readonly ignoreRobots: boolean
  readonly headed: boolean
  readonly isSilent: boolean
  readonly reports: { readonly [format in ReportFormat]?: string | undefined }
  readonly baseline?: string | undefined
  /** Rules that fail the run. @default every error and warning */
  readonly failOn?: readonly string[] | undefined
}

export type ReportFormat = 'json' | 'html' | 'sarif' | 'junit' | 'csv' | 'draft'
