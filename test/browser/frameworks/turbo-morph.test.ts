import { expect, test } from '../harness/index.js'
import { held, note } from '../harness/shop.js'

const source = `
  import { createConsent } from 'askfirst'
  import '@hotwired/turbo'
  window.consent = createConsent({ view: () => import('askfirst/view'), reload: 'never' })
  window.consent.start()`

test('a page that Turbo morphs keeps what was released, runs nothing again, and goes blank on withdrawal', async ({
  page,
  site,
  consent,
}) => {
  const script = await site.bundle(source)
  const frame = site.url('/frame.html', { host: 'video.test' })
  const head = `<meta name="turbo-refresh-method" content="morph"><title>Shop</title>${script}`
  let visits = 0
  const url = site.page(() => {
    visits += 1
    return `<!doctype html><html lang="en"><head>${head}</head><body><p>Visit ${visits}</p>
    <iframe title="film" data-category="marketing" data-src="${frame}"></iframe>
    <template data-category="marketing"><h2>Offers</h2></template>${held('', note('A'))}</body></html>`
  })
  await page.goto(url)
  await consent.accept()
  const offers = page.getByRole('heading', { name: 'Offers' })
  await expect(offers).toBeVisible()
  await page.evaluate(() => {
    const { Turbo } = window as unknown as { Turbo: { visit(url: string, options: object): void } }
    Turbo.visit(location.href, { action: 'replace' })
  })
  await expect(page.getByText('Visit 2')).toBeVisible()
  await expect(page.getByTitle('film')).toHaveAttribute('src', frame)
  await expect(offers).toHaveCount(1)
  expect(await site.ran(page)).toEqual(['A'])

  await page.evaluate(() => void window.consent.withdraw())
  await expect(page.getByTitle('film')).not.toHaveAttribute('src')
  await expect(offers).toHaveCount(0)
})
