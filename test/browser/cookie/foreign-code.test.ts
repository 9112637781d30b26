import { expect, test } from '../harness/index.js'

/** As Prototype.js 1.7 and MooTools 1.6 do it: own meanings under native names, all of them enumerable. */
const replaced = `<script>
  Array.from = function (it) {
    if (!it) return []
    if (it.toArray) return it.toArray()
    var length = it.length || 0, results = new Array(length)
    while (length--) results[length] = it[length]
    return results
  }
  Array.prototype.each = Array.prototype.clone = function () {}
  Array.prototype.entries = Array.prototype.toArray = function () { return this.slice() }
  Array.prototype.first = function () { return this[0] }
  Array.prototype.find = function (test) { for (var i = 0; i < this.length; i++) if (test(this[i], i)) return this[i] }
  Array.prototype.filter = function (test) { var r = []; for (var i = 0; i < this.length; i++) if (test(this[i], i)) r.push(this[i]); return r }
  Array.prototype.map = function (make) { var r = []; for (var i = 0; i < this.length; i++) r.push(make(this[i], i)); return r }
  Object.prototype.marketing = true
  Object.prototype.required = true
  Object.prototype.extra = function () {}
</script>`

const options = JSON.stringify({
  categories: {
    necessary: { required: true },
    statistics: { cookies: [{ name: '_ga*' }, { name: 'stats', kind: 'local-storage' }] },
    marketing: {},
  },
})

test('on a page whose natives were replaced a choice is kept, held code stays held and storage is erased', async ({
  page,
  site,
  consent,
}) => {
  const url = site.page(`${replaced}<script type="application/json" id="o">${options}</script>
    ${site.cdn({ 'data-config': '#o' })}<title>Shop</title>
    <script type="text/plain" data-category="statistics">(window.ran ||= []).push('A')</script>
    <script type="text/plain" data-category="marketing">(window.ran ||= []).push('B')</script>`)
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  expect(await site.ran(page)).toEqual([])
  expect(await page.evaluate(() => window.askfirst.isGranted('marketing'))).toBe(false)
  await consent.preferences()
  await consent.switch(/statistics/i).click()
  await consent.save()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  const record = await consent.recordCookie()
  expect(record?.choices).toEqual({ statistics: true, marketing: false })
  expect(record?.id).toMatch(/^[a-z0-9]{16}$/)

  await page.evaluate(() => {
    document.cookie = '_ga_1=x;path=/'
    localStorage.setItem('stats', '1')
    window.askfirst.rejectAll()
  })
  await page.waitForLoadState()
  await expect
    .poll(() => page.evaluate(() => [document.cookie.includes('_ga'), localStorage.length]))
    .toEqual([false, 0])
})
