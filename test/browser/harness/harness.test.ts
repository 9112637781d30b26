import { expect, test } from './index.js'

test('a page is reached under its own host name and keeps its own cookies', async ({
  page,
  site,
  consent,
}) => {
  const shop = site.page('<h1>Shop</h1>', { host: 'www.shop.test' })
  const other = site.page('<h1>Other</h1>', { host: 'other.test', path: '/about' })

  await page.goto(shop)
  await page.evaluate(() => {
    document.cookie = 'host-only=1'
    document.cookie = 'wide=1; domain=shop.test'
  })
  await page.goto(other)

  await expect(page.getByRole('heading', { name: 'Other' })).toBeVisible()
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(await consent.cookieNames()).toEqual(['host-only', 'wide'])
  await page.goto(site.page('', { host: 'deep.www.shop.test' }))
  expect(await page.evaluate(() => document.cookie)).toBe('wide=1')
})

test('endpoints delay, fail, hang and set cookies as asked', async ({ page, site, consent }) => {
  const slow = site.tag('slow', { delay: 300, cookie: '_ga=1; path=/' })
  const missing = site.tag('missing', { status: 404 })
  const silent = site.tag('silent', { hang: true })
  const served = site.url('/pixel.gif', { query: { 'set-cookie': 'seen=1' } })
  await page.goto(
    site.page(`<img src="${served}" alt="">
      <script src="${slow}" async></script><script src="${site.tag('quick')}" async></script>
      <script src="${missing}" onerror="(window.ran ||= []).push('error')"></script>
      <script src="${silent}" async></script>`),
    { waitUntil: 'commit' },
  )

  await expect.poll(() => site.ran(page)).toHaveLength(3)
  expect((await site.ran(page)).at(-1)).toBe('slow')
  expect(await site.ran(page)).toContain('error')
  expect(await site.ran(page)).not.toContain('silent')
  await expect.poll(consent.cookieNames).toEqual(['_ga', 'seen'])
  expect(site.requests({ host: 'stats.test', path: '/tag.js' })).toHaveLength(4)
})

test('modules, frames and styles say that they have run', async ({ page, site }) => {
  const part = site.url('/module.js', { query: { run: 'part' } })
  const module = site.url('/module.js', {
    host: 'cdn.test',
    query: { run: 'whole', import: part, await: 20 },
  })
  const frame = site.url('/frame.html', { host: 'video.test', query: { run: 'film' } })
  await page.goto(
    site.page(`<link rel="stylesheet" href="${site.url('/style.css', { query: { run: 'sheet' } })}">
      <script>addEventListener('message', ({ data }) => (window.ran ||= []).push(data.frame))</script>
      <script type="module" src="${module}"></script><iframe src="${frame}"></iframe>`),
  )

  await expect.poll(async () => [...(await site.ran(page))].sort()).toEqual(['film', 'part', 'whole'])
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ran')),
  ).toBe('sheet')
})

test('a bundled module runs from the page it is put on', async ({ page, site }) => {
  const script = await site.bundle(`
    const { h } = await import('preact')
    document.title = h('p', {}).type satisfies unknown as string`)
  await page.goto(site.page(`<title>before</title>${script}`))
  await expect(page).toHaveTitle('p')
})

test('violations of a policy are seen from the start of the page', async ({ page, site }) => {
  const violations = await site.violations(page)
  const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
  await page.goto(site.page(`<script>window.ran = ['inline']</script>`, { csp: policy }))
  await expect
    .poll(() => violations.filter(({ kind }) => kind === 'policy').map(({ text }) => text.split(' ')[0]))
    .toEqual(['script-src-elem'])
  // `evaluate` has to work under the policies that tests are about.
  expect(await site.ran(page)).toEqual([])
})

test('going back brings a page out of the back/forward cache', async ({ page, site }) => {
  const first = site.page(
    `<p>first</p><script>addEventListener('pageshow', (event) => {
      document.querySelector('p').textContent = 'cached ' + event.persisted
    })</script>`,
    { path: '/first' },
  )
  await page.goto(first)
  await page.goto(site.page('<title>second</title>', { path: '/second' }))
  await site.back(page)
  const text = () => page.evaluate(() => document.querySelector('p')?.textContent)
  await expect.poll(text).toBe('cached true')
})

test.describe('over https', () => {
  test.use({ secure: true })

  test('the same pages are a secure context', async ({ page, site, consent }) => {
    await page.goto(site.page(`<script src="${site.tag('secure')}"></script>`))
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
    await page.evaluate(() => {
      document.cookie = '__Host-mine=1; Secure; Path=/'
    })
    expect(await consent.cookieNames()).toEqual(['__Host-mine'])
    expect(await site.ran(page)).toEqual(['secure'])
  })

  test('a page can be cross-origin isolated', async ({ page, site }) => {
    const headers = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }
    const open = site.tag('open', { header: 'Cross-Origin-Resource-Policy: cross-origin' })
    await page.goto(
      site.page(`<script src="${open}"></script><script src="${site.tag('closed')}"></script>`, { headers }),
    )
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    expect(await site.ran(page)).toEqual(['open'])
  })
})
