import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

test('addresses that change while a script is queued count as they are at its turn', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open(
    held(`src="${site.tag('A', { delay: 900 })}"`) +
      held(`id="src" src="${site.tag('old')}"`) +
      held(`id="data" data-src="${site.tag('older')}"`),
  )
  await consent.accept()
  await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBe(3)
  await page.evaluate(
    ([src = '', data = '']) => {
      document.querySelector('#src')?.setAttribute('src', src)
      document.querySelector('#data')?.setAttribute('data-src', data)
    },
    [site.tag('B'), site.tag('C')],
  )
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
})

test('a queued tag that loses its category, or gets one that was refused, does not run', async ({
  page,
  site,
  shop,
}) => {
  await shop.open(
    held(`src="${site.tag('A', { delay: 400 })}"`) +
      held('id="none"', note('none')) +
      held('id="other"', note('other')) +
      held('', note('B')) +
      '<iframe id="frame"></iframe>',
  )
  await shop.save({ statistics: true })
  await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBe(1)
  await page.evaluate(() => {
    document.querySelector('#none')?.removeAttribute('data-category')
    document.querySelector('#other')?.setAttribute('data-category', 'marketing')
  })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await shop.save({ marketing: true })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'other'])
})

test('files in blob: and data: addresses run in order', async ({ page, site, shop, consent }) => {
  await shop.open('')
  await page.evaluate(() => {
    for (const src of [
      URL.createObjectURL(new Blob([code('blob')])),
      `data:text/javascript,${code('data')}`,
    ]) {
      const script = Object.assign(document.createElement('script'), { type: 'text/plain', src })
      script.dataset.category = 'statistics'
      document.body.append(script)
    }
    function code(run: string) {
      return `(window.ran ||= []).push('${run}')`
    }
  })
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['blob', 'data'])
})

test('a listener that decides again has the last word', async ({ page, site, shop, consent }) => {
  const frame = site.url('/frame.html', { host: 'video.test' })
  await shop.open(
    `${held('data-category="marketing"', note('M'))}${held('', note('A'))}<iframe data-category="marketing" data-src="${frame}"></iframe>`,
  )
  await page.evaluate(() => {
    window.askfirst.on('change', ({ granted }) => {
      if (granted.includes('marketing')) window.askfirst.withdraw('marketing')
    })
  })
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await page.waitForTimeout(300)
  expect(await site.ran(page)).toEqual(['A'])
  expect(site.requests({ host: 'video.test' })).toHaveLength(0)
  expect((await consent.recordCookie())?.choices).toMatchObject({ statistics: true, marketing: false })
})
