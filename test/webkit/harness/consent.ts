import type { WebElement } from 'selenium-webdriver'
import { parseRecord, type StoredRecord } from '../../browser/harness/consent.js'
import type { Page } from './page.js'

type Surface = 'banner' | 'dialog'

/** What a visitor sees and does; the words are those of the Playwright suite. */
export interface ConsentPage {
  /** Waits for a surface that can be seen. */
  surface(name: Surface): Promise<WebElement>
  /** Whether it can be seen now. */
  shows(name: Surface): Promise<boolean>
  /** The button of the topmost open surface. */
  action(name: 'accept-all' | 'reject-all' | 'save' | 'preferences'): Promise<WebElement>
  accept(): Promise<void>
  reject(): Promise<void>
  save(): Promise<void>
  /** Opens the preferences from the banner and waits until they are shown. */
  preferences(): Promise<WebElement>
  switch(category: string): Promise<WebElement>
  recordCookie(): Promise<StoredRecord | undefined>
}

// These run in the page.
const findSurface = (name: string) => {
  const surface = document.querySelector('#askfirst')?.shadowRoot?.querySelector(`[part~=${name}]`)
  return surface?.checkVisibility() ? surface : null
}
const findAction = (name: string) => {
  const root = document.querySelector('#askfirst')?.shadowRoot
  // A press that comes too early does not accept: `data-ready` says when the guard is over.
  const surface = /^(accept-all|save)$/.test(name) ? '[data-ready] ' : ''
  const buttons = root?.querySelectorAll(`${surface}[data-consent-action=${name}]`) ?? []
  // The dialog comes after the banner it covers.
  return [...buttons].filter((button) => button.checkVisibility()).at(-1)
}
const findSwitch = (category: string) =>
  document.querySelector('#askfirst')?.shadowRoot?.querySelector(`input[data-category=${category}]`)

export function createConsentPage(page: Page): ConsentPage {
  const consent: ConsentPage = {
    surface: (name) => page.find(findSurface, name),
    shows: async (name) => (await page.evaluate(findSurface, name)) !== null,
    action: (name) => page.find(findAction, name),
    accept: async () => (await consent.action('accept-all')).click(),
    reject: async () => (await consent.action('reject-all')).click(),
    save: async () => (await consent.action('save')).click(),
    preferences: async () => {
      await (await consent.action('preferences')).click()
      return consent.surface('dialog')
    },
    switch: (category) => page.find(findSwitch, category),
    recordCookie: async () => {
      // On https the name has the prefix.
      const found = (await page.cookies()).filter(({ name }) => /^(__Host-)?askfirst$/.test(name))
      if (found.length > 1) throw new Error(`There are ${found.length} cookies called askfirst.`)
      return found[0] && parseRecord(found[0].value)
    },
  }
  return consent
}
