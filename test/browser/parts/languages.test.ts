import { expect, test } from '../harness/index.js'
import { textOf } from './lay-out.js'

const cdn = (site: { url: (path: string, options: { host: string }) => string }, file: string) =>
  site.url(`/askfirst@1/dist/cdn/${file}`, { host: 'cdn.test' })

test('askfirst.fr.js speaks French from the first file, whatever the page says', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(site.page(`<script src="${cdn(site, 'askfirst.fr.js')}"></script>`))
  await expect(consent.banner).toContainText('Tout refuser')
  await expect(consent.host).toHaveAttribute('lang', 'fr')
  expect(site.requests({ host: 'cdn.test' })).toHaveLength(1)
  await expect(await consent.preferences()).toContainText('Toujours actifs')
})

test('data-locale beats the language of the file', async ({ page, site, consent }) => {
  for (const [locale, text] of [
    ['de', 'Alle ablehnen'],
    ['en', 'Reject all'],
  ]) {
    await page.goto(
      site.page(`<script src="${cdn(site, 'askfirst.fr.js')}" data-locale="${locale}"></script>`),
    )
    await expect(consent.banner).toContainText(`${text}`)
  }
})

test('letters of other scripts survive a page in an old encoding', async ({ page, site, consent }) => {
  await page.goto(
    site.page(`<script src="${cdn(site, 'askfirst.el.js')}"></script>`, {
      headers: { 'Content-Type': 'text/html; charset=iso-8859-1' },
    }),
  )
  await expect(consent.banner).toContainText('Απόρριψη όλων')
  await expect(await consent.preferences()).toContainText('Απαραίτητα')
})

test('the language is asked for beside the view, not behind it', async ({ page, site, consent }) => {
  await page.goto(site.page(`<html lang="fr"><script src="${cdn(site, 'core.js')}"></script>`))
  await expect(consent.banner).toContainText('Tout refuser')
  const [view, language] = await page.evaluate(() =>
    ['view.js', 'locales/fr.js']
      .map((file) => {
        const found = performance.getEntriesByType('resource').find(({ name }) => name.includes(file))
        return found as PerformanceResourceTiming
      })
      .map(({ startTime, responseEnd }) => ({ startTime, responseEnd })),
  )
  expect(language?.startTime).toBeLessThan(view?.responseEnd ?? 0)
})

test('every language has its file, in ASCII', async () => {
  const tags =
    'ar bg ca cs da de el es et fi fr ga he hr hu is it ja ko lt lv mt nb nl pl pt pt-BR ro sk sl sv tr uk zh-Hans zh-Hant'
  for (const tag of tags.split(' ')) {
    const text = await textOf(`askfirst.${tag}.js`)
    expect(text, tag).toMatch(new RegExp(`"tag":"${tag}"`))
    expect(text, tag).toMatch(/^[\0-\x7f]*$/)
  }
})
