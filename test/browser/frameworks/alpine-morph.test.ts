import { expect, test } from '../harness/index.js'
import { held, note } from '../harness/shop.js'

const source = `
  import Alpine from 'alpinejs'
  import morph from '@alpinejs/morph'
  import { createConsent } from 'askfirst'
  Alpine.plugin(morph)
  window.Alpine = Alpine
  Alpine.start()
  window.consent = createConsent({ view: () => import('askfirst/view'), reload: 'never' })
  window.consent.start()`

declare global {
  interface Window {
    Alpine: { morph(from: Element, to: string): void }
  }
}

test('what Alpine morphs stays released, runs nothing again, and goes blank on withdrawal', async ({
  page,
  site,
  consent,
}) => {
  // Of the same site: a morph loads the frame again, and Playwright trips over frames that change process meanwhile.
  const frame = site.url('/frame.html')
  const write = (
    visit: number,
    more = '',
  ) => `<main x-data="{ open: true }"><p x-show="open">Visit ${visit}</p>
    <iframe title="film" data-category="marketing" data-src="${frame}"></iframe>
    <template data-category="marketing"><h2>Offers</h2></template>${held('key="a"', note('A'))}${more}</main>`
  await page.goto(site.page(`<head><title>Shop</title>${await site.bundle(source)}</head><body>${write(1)}`))
  const morph = (html: string) =>
    page.evaluate((to) => window.Alpine.morph(document.querySelector('main') as Element, to), html)
  const offers = page.getByRole('heading', { name: 'Offers' })

  await expect(consent.banner).toBeVisible()
  await morph(write(2))
  await expect(page.getByText('Visit 2')).toBeVisible()
  await expect(page.getByTitle('film')).not.toHaveAttribute('src')
  expect(await site.ran(page)).toEqual([])

  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await expect(offers).toBeVisible()
  await expect(page.getByTitle('film')).toHaveAttribute('src', frame)

  await morph(write(3, `${held(`key="b" src="${site.tag('B')}"`)}`))
  await expect(page.getByText('Visit 3')).toBeVisible()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await expect(page.getByTitle('film')).toHaveAttribute('src', frame)
  await expect(offers).toHaveCount(1)

  await morph(write(4))
  await expect(offers).toHaveCount(1)

  await page.evaluate(() => void window.consent.withdraw())
  await expect(page.getByTitle('film')).not.toHaveAttribute('src')
  await expect(offers).toHaveCount(0)
  expect(await site.ran(page)).toEqual(['A', 'B'])
})
