import { type IWebDriverOptionsCookie, Key, type WebDriver, type WebElement } from 'selenium-webdriver'
import { expect } from 'vitest'

/** The page in front of the visitor. */
export interface Page {
  goto(url: string): Promise<void>
  /** Runs a function in the page. It sees nothing of its surroundings here but its arguments. */
  evaluate<T, A extends readonly unknown[]>(run: (...args: A) => T, ...args: A): Promise<Awaited<T>>
  /** Waits for the element that a function finds in the page; shadow roots are no obstacle to it. */
  find<A extends readonly unknown[]>(
    run: (...args: A) => Element | null | undefined,
    ...args: A
  ): Promise<WebElement>
  /** Keys, one after the other, for whatever has the focus. */
  press(...keys: readonly ('TAB' | 'ESCAPE' | 'ENTER' | 'SPACE')[]): Promise<void>
  /** Does something in the document of a frame. */
  inFrame(selector: string, visit: () => Promise<void>): Promise<void>
  /** One step back in history, through the back/forward cache if the browser has one. */
  back(): Promise<void>
  /** What test scripts have noted, in the order they ran. */
  ran(): Promise<readonly string[]>
  /** Cookies that the page's address would send. */
  cookies(): Promise<readonly IWebDriverOptionsCookie[]>
  /** Opens an address in a second tab, for the time of a visit. */
  inNewTab(url: string, visit: () => Promise<void>): Promise<void>
}

export function createPage(driver: WebDriver): Page {
  const execute = (run: (...args: never) => unknown, args: readonly unknown[]) =>
    driver.executeScript<never>(run, ...args)
  const page: Page = {
    goto: (url) => driver.get(url),
    evaluate: (run, ...args) => execute(run, args),
    find: async (run, ...args) => {
      let element: WebElement | null = null
      await expect
        .poll(
          async () => {
            element = await execute(run, args)
            return element !== null
          },
          { message: `an element for ${run}` },
        )
        .toBe(true)
      return element as unknown as WebElement
    },
    press: (...keys) =>
      driver
        .actions()
        .sendKeys(...keys.map((key) => Key[key]))
        .perform(),
    inFrame: async (selector, visit) => {
      const frame = await page.find((it) => document.querySelector(it), selector)
      await driver.switchTo().frame(frame)
      await visit()
      await driver.switchTo().defaultContent()
    },
    back: () => driver.navigate().back(),
    ran: () => page.evaluate(() => window.ran ?? []),
    cookies: () => driver.manage().getCookies(),
    inNewTab: async (url, visit) => {
      const first = await driver.getWindowHandle()
      await driver.switchTo().newWindow('tab')
      await driver.get(url)
      await visit()
      await driver.switchTo().window(first)
    },
  }
  return page
}
