import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

/** What Prototype.js 1.7 and MooTools 1.6 do to the page's natives, as far as a click meets them. */
const oldLibraries = `<script>
  Array.from = (it) => it == null ? [] : [it]
  Array.prototype.entries = Array.prototype.toArray = function () { return this.slice() }
  for (const name of ['each', 'include', 'pluck']) Array.prototype[name] = function () {}
  for (const name of ['getStyle', 'visible', 'match']) Element.prototype[name] = () => false
  Element.prototype.remove = function () { this.parentNode.removeChild(this); return this }
</script><script>class Element {} class Text {} class Document {} const $ = 1</script>`

const clobbered = `<form><input name="closest"><input name="dataset"><input name="matches"><input name="localName">
  <input name="querySelectorAll"><input name="nodeType"><input name="getRootNode"><input name="contains">`

/** Older focus traps keep clicks from everything that is not theirs. */
const trap = `<script>for (const type of ['click', 'mousedown', 'touchstart']) document.addEventListener(type, (event) => {
  event.preventDefault(); event.stopImmediatePropagation() }, true)</script>`

test('banner, dialog and a button of the page work under old libraries, taken names and a focus trap', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(
    site.page(`<body>${oldLibraries}${trap}${site.cdn({ 'data-actions': '#mine' })}<h1>Shop</h1>
      <img name="defaultView" alt=""><img name="elementFromPoint" alt="">
      ${clobbered}<div id="mine"><input type="checkbox" data-category="statistics" checked>
      <button id="keep" data-consent-action="save">keep</button></div>
      <button id="take-back" data-consent-action="withdraw" data-category="statistics">take back</button></form>`),
  )
  // The names that the form takes hide its content from the tool that drives the browser.
  const press = async (id: string) => {
    const [x = 0, y = 0] = await page.evaluate((id) => {
      const { left, top, width, height } = (
        document.getElementById(id) as HTMLElement
      ).getBoundingClientRect()
      return [left + width / 2, top + height / 2]
    }, id)
    await page.mouse.click(x, y)
  }
  await consent.accept()
  await expect.poll(async () => (await consent.recordCookie())?.choices.marketing).toBe(true)
  await press('take-back')
  await expect.poll(async () => (await consent.recordCookie())?.choices.statistics).toBe(false)
  await press('keep')
  await expect.poll(async () => (await consent.recordCookie())?.choices.statistics).toBe(true)
  await page.evaluate(() => window.askfirst.openPreferences())
  await consent.dialog.waitFor()
  await consent.save()
  await expect(consent.dialog).toBeHidden()
  await expect.poll(async () => (await consent.recordCookie())?.source).toBe('preferences')
})
