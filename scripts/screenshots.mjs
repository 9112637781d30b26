/** Takes the pictures of docs/images from the demo: `npm run screenshots`, after a build. */
import { chromium } from '@playwright/test'
import { createDemoServer } from '../examples/server/demo-server.mjs'
import { listenNear } from '../examples/server/listen.mjs'
import { obtainBrowser } from '../test/browser/browsers.mjs'

const folder = new URL('../docs/images/', import.meta.url).pathname
const desktop = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const dark = { ...desktop, colorScheme: 'dark' }

const demo = await createDemoServer()
const { port, close } = await listenNear(4190, demo.handle)
demo.setPort(port)
const english = `http://balansys.localhost:${port}/cookie-policy`
const french = `http://esomus.localhost:${port}/cookies`

const browser = await chromium.launch({ executablePath: obtainBrowser('chromium'), args: ['--no-sandbox'] })
for (const [name, url, options] of [
  ['desktop', english, desktop],
  ['phone', english, phone],
  ['dark', english, dark],
  ['french', french, desktop],
]) {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto(url)
  const button = page.locator('#askfirst [data-consent-action=preferences]')
  await button.waitFor()
  await page.screenshot({ path: `${folder}banner-${name}.png`, animations: 'disabled' })
  await button.click()
  await page.getByRole('dialog').waitFor()
  await page.screenshot({ path: `${folder}preferences-${name}.png`, animations: 'disabled' })
  await page.context().close()
}
for (const [name, url, options, part] of [
  ['english', english, desktop, 'main'],
  ['french', french, desktop, 'main'],
  ['phone', french, phone, '[data-declaration=cookies]'],
]) {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto(url)
  await page.locator('#askfirst [data-ready] [data-consent-action=accept-all]').click()
  await page.getByRole('table').first().waitFor()
  // Frames and files that the choice has set going; frames wait until they are near the screen.
  for (const frame of await page.locator('iframe[data-category]').all()) await frame.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  await page.locator(part).screenshot({ path: `${folder}policy-${name}.png`, animations: 'disabled' })
  await page.context().close()
}
await browser.close()
demo.endStreams()
close()
