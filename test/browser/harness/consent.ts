import type { BrowserContext, Locator, Page } from '@playwright/test'

/** The consent cookie, taken apart as DESIGN section 6 writes it. */
export interface StoredRecord {
  readonly raw: string
  readonly policy: string
  /** Milliseconds since 1970. */
  readonly decidedAt: number
  readonly id: string
  readonly source: string
  readonly choices: { readonly [name: string]: boolean }
}

/** What a visitor sees and does. */
export interface ConsentPage {
  readonly host: Locator
  readonly banner: Locator
  readonly dialog: Locator
  /** The button of the topmost open surface. */
  action(name: 'accept-all' | 'reject-all' | 'save' | 'preferences' | 'close'): Locator
  accept(): Promise<void>
  reject(): Promise<void>
  save(): Promise<void>
  /** Opens the preferences from the banner and waits until they are shown. */
  preferences(): Promise<Locator>
  /** A switch in the preferences, by its label. */
  switch(label: string | RegExp): Locator
  recordCookie(name?: string): Promise<StoredRecord | undefined>
  /** Makes the visitor one who has answered before. */
  remember(url: string, choices: { readonly [name: string]: boolean }, policy?: string): Promise<void>
  /** Names of every cookie the browser holds. */
  cookieNames(): Promise<readonly string[]>
}

export function parseRecord(raw: string): StoredRecord {
  const [, policy = '', seconds = '', id = '', source = '', choices = ''] = raw.split(':')
  return {
    raw,
    policy,
    decidedAt: Number.parseInt(seconds, 36) * 1000,
    id,
    source,
    choices: Object.fromEntries(
      choices.split('~').map((choice) => [choice.replace(/^-/, ''), !choice.startsWith('-')]),
    ),
  }
}

export function createConsentPage(page: Page, context: BrowserContext): ConsentPage {
  const host = page.locator('#askfirst')
  const banner = host.getByRole('region')
  const dialog = host.getByRole('dialog')

  // Firefox's driver may wait for ever for navigations of frames that a click has set going.
  const choose = (name: 'accept-all' | 'reject-all' | 'save') =>
    consent.action(name).click({ noWaitAfter: true })

  const consent: ConsentPage = {
    host,
    banner,
    dialog,
    // The host is first in the document and a dialog comes after the banner it covers.
    // A press that comes too early does not accept: `data-ready` says when the guard is over.
    action: (name) =>
      host
        .locator(`${/^(accept-all|save)$/.test(name) ? '[data-ready] ' : ''}[data-consent-action="${name}"]`)
        .filter({ visible: true })
        .last(),
    accept: () => choose('accept-all'),
    reject: () => choose('reject-all'),
    save: () => choose('save'),
    preferences: async () => {
      await consent.action('preferences').click()
      await dialog.waitFor()
      return dialog
    },
    switch: (label) => dialog.getByRole('switch', { name: label }),
    recordCookie: async (name = 'askfirst') => {
      // On https the name has the prefix.
      const found = (await context.cookies()).filter(
        (cookie) => cookie.name === name || cookie.name === `__Host-${name}`,
      )
      if (found.length > 1) throw new Error(`There are ${found.length} cookies called ${name}.`)
      return found[0] && parseRecord(found[0].value)
    },
    remember: async (url, choices, policy = '') => {
      const written = Object.entries(choices).map(([name, granted]) => (granted ? name : `-${name}`))
      const seconds = Math.floor(Date.now() / 1000).toString(36)
      const value = `1:${policy}:${seconds}:Vq3fJ8kLmN0pQw1x:banner:${written.join('~')}`
      const isSecure = url.startsWith('https:')
      await context.addCookies([
        isSecure ? { name: '__Host-askfirst', value, url, secure: true } : { name: 'askfirst', value, url },
      ])
    },
    cookieNames: async () => (await context.cookies()).map(({ name }) => name).sort(),
  }
  return consent
}
