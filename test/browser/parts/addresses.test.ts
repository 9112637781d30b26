import { expect, test } from '../harness/index.js'
import { layOut, textOf, version } from './lay-out.js'

const script = (src: string, more = '') =>
  `<script src="${src}" data-categories="necessary! statistics"${more}></script><h1>Shop</h1>`

test('the first screen is one file', async ({ page, site, consent }) => {
  await page.goto(site.page(site.cdn()))
  await expect(consent.banner).toBeVisible()
  expect(site.requests({ host: 'cdn.test' }).map(({ path }) => path)).toEqual([
    '/askfirst@1/dist/cdn/askfirst.js',
  ])
})

test('the short address of a package CDN leads to the parts of this version of this package alone', async ({
  page,
  site,
  consent,
}) => {
  await layOut(site, { host: 'pack.test', folder: `/npm/askfirst@${version}/dist/cdn/` })
  const src = site.file('/npm/askfirst@0', await textOf('askfirst.js'), { host: 'pack.test' })
  await page.goto(site.page(script(src)))
  await consent.preferences()
  expect(site.requests({ host: 'pack.test' }).map(({ path }) => path)).toEqual([
    '/npm/askfirst@0',
    `/npm/askfirst@${version}/dist/cdn/preferences.js`,
  ])
})

test('a range of versions leads to the parts of the version that came', async ({ page, site, consent }) => {
  await layOut(site, { host: 'pack.test', folder: `/npm/askfirst@${version}/dist/cdn/` })
  const src = site.file('/npm/askfirst@0/dist/cdn/askfirst.js', await textOf('askfirst.js'), {
    host: 'pack.test',
  })
  await page.goto(site.page(script(src)))
  await consent.preferences()
  expect(site.requests({ host: 'pack.test', path: /@0\/.*preferences/ })).toHaveLength(0)
})

for (const cross of ['', ' crossorigin'])
  test(`parts come from where a redirect has led (${cross || 'same origin'})`, async ({
    page,
    site,
    consent,
  }) => {
    const host = cross ? 'files.test' : 'www.shop.test'
    await layOut(site, { host, folder: '/deep/1.0/' })
    const src = site.file('/latest/askfirst.js', '', {
      host,
      status: 302,
      headers: { Location: site.url('/deep/1.0/askfirst.js', { host }) },
    })
    await page.goto(site.page(script(src, cross)))
    await consent.preferences()
    expect(site.requests({ path: /preferences/ }).map(({ path }) => path)).toEqual([
      '/deep/1.0/preferences.js',
    ])
  })

test('a module that imports the file finds the parts beside it', async ({ page, site, consent }) => {
  const folder = await layOut(site, { host: 'files.test', folder: '/deep/1.0/' })
  await page.goto(
    site.page(`<html lang="fr"><script type="module">import '${folder}askfirst.js'</script><h1>Shop</h1>`),
  )
  await consent.preferences()
  await expect(page.locator('#askfirst dialog')).toContainText('Enregistrer')
})

test('a host without CORS headers shows banner, dialog and language', async ({ page, site, consent }) => {
  const folder = await layOut(site, { host: 'static.test', folder: '/js/', hasCors: false })
  await page.goto(site.page(script(`${folder}askfirst.js`, ' data-locale="fr"')))
  await expect(consent.banner).toContainText('Tout refuser')
  await expect(await consent.preferences()).toContainText('Toujours actifs')
})

test('the pair for return visits works from a host without CORS headers too', async ({
  page,
  site,
  consent,
}) => {
  const folder = await layOut(site, { host: 'static.test', folder: '/js/', hasCors: false })
  await page.goto(site.page(script(`${folder}core.js`)))
  await expect(consent.banner).toBeVisible()
  await consent.preferences()
})

test('data-parts names another folder', async ({ page, site, consent }) => {
  await layOut(site, { host: 'www.shop.test', folder: '/vendor/consent/' })
  const src = site.file('/bundle.js', await textOf('askfirst.js'))
  await page.goto(site.page(script(src, ' data-parts="/vendor/consent"')))
  await consent.preferences()
  expect(site.requests({ path: /preferences/ }).map(({ path }) => path)).toEqual([
    '/vendor/consent/preferences.js',
  ])
})

test('a query that the page gave its tag goes with the parts', async ({ page, site, consent }) => {
  const folder = await layOut(site, {
    host: 'www.shop.test',
    folder: '/js/',
    change: (_, text, query) => (query ? text : text.replaceAll(version, '0.0.1')),
  })
  await page.goto(site.page(script(`${folder}askfirst.js?v=2`)))
  await consent.preferences()
  expect(site.requests({ path: /preferences/ }).map(({ query }) => `${query}`)).toEqual(['v=2'])
})

test('an old copy of a part in a cache is not used', async ({ page, site, consent }) => {
  const folder = await layOut(site, {
    host: 'www.shop.test',
    folder: '/js/',
    change: (file, text, query) =>
      file !== 'preferences.js' || query ? text : text.replaceAll(version, '0.0.1'),
  })
  await page.goto(site.page(script(`${folder}askfirst.js`)))
  await consent.preferences()
  expect(site.requests({ path: /preferences/ })).toHaveLength(2)
})

test('a part that failed is asked for again', async ({ page, site, consent }) => {
  let isDown = true
  const folder = await layOut(site, { host: 'www.shop.test', folder: '/js/' })
  await page.goto(site.page(script(`${folder}askfirst.js`)))
  await expect(consent.banner).toBeVisible()
  await page.route(/preferences/, (route) => (isDown ? route.abort() : route.continue()))
  const message = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.askfirst.on('error', ({ message, cause }) => resolve(`${message} ${cause}`))
      }),
  )
  await consent.action('preferences').click()
  expect(await message).toMatch(/"preferences" could not be loaded.*\/js\/preferences\.js.*data-parts/)
  await expect(consent.banner).toBeVisible()
  isDown = false
  await consent.preferences()
})

test('what is missing is said, and everything stays held', async ({ page, site, consent }) => {
  const src = site.file('/alone/core.js', await textOf('core.js'))
  await page.addInitScript(() => {
    addEventListener(
      'askfirst:error',
      (event) => {
        const { message, cause } = (event as CustomEvent).detail
        Object.assign(window, { said: `${message} ${cause}` })
      },
      true,
    )
  })
  await page.goto(site.page(script(src)))
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { said?: string }).said))
    .toMatch(/\[askfirst\] .*\/alone\/view\.js.*data-parts/)
  await expect(consent.banner).toHaveCount(0)
})
