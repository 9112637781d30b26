import type { ConsentRecord } from 'askfirst'
import { expect, test } from '../harness/index.js'
import { fr, renderDeclaration } from './built.js'
import { mounting, options } from './site.js'

const view = '<h1>Cookies</h1><div id="declaration"></div>'

for (const locale of ['en', 'fr'] as const) {
  for (const groupBy of ['category', 'party-persistence', 'service'] as const) {
    test(`the HTML for servers is what the view shows, by ${groupBy} in ${locale}, before and after a choice`, async ({
      page,
      site,
      consent,
    }) => {
      const script = await site.bundle(mounting({ groupBy }))
      await page.goto(site.page(`<!doctype html><html lang="${locale}"><title>Shop</title>${view}${script}`))
      const shown = () => page.locator('#declaration').innerHTML()
      const written = (record: ConsentRecord | null) =>
        renderDeclaration(options, { groupBy, record, locale, ...(locale === 'fr' && { strings: fr }) })
      const stored = async () => {
        const record = await page.evaluate(() => window.consent.record)
        return record ? { ...record, decidedAt: new Date(record.decidedAt) } : null
      }
      await expect.poll(shown).toBe(written(null))
      await consent.preferences()
      await consent.switch(/measuring|mesure/i).click()
      await consent.save()
      await expect.poll(async () => (await stored())?.choices).toEqual({ statistics: true, marketing: false })
      expect(await shown()).toBe(written(await stored()))
    })
  }
}

test('the visitor’s state is live: changed in place, withdrawn in place, and said aloud', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(site.page(`<title>Shop</title>${view}${await site.bundle(mounting())}`))
  const status = page.locator('#declaration').getByRole('status')
  const row = (name: string) => page.getByRole('row', { name }).getByRole('cell').last()
  await expect(status).toHaveText('You have not answered yet: only what is necessary is active.')
  await expect(row('Necessary')).toHaveText('Always active')

  await page.getByRole('button', { name: 'Change my choice' }).click()
  await consent.switch(/measuring/i).click()
  await consent.save()
  await expect(row('Measuring & more')).toHaveText('Allowed')
  await expect(row('Marketing')).toHaveText('Not allowed')
  const { id, source } = (await consent.recordCookie()) ?? {}
  expect(source).toBe('preferences')
  await expect(status).toContainText(`reference ${id}`)

  const withdraw = page.getByRole('button', { name: 'Withdraw my consent' })
  const before = await status.elementHandle()
  await withdraw.focus()
  await page.keyboard.press('Enter')
  await expect(row('Measuring & more')).toHaveText('Not allowed')
  expect((await consent.recordCookie())?.source).toBe('declaration')
  expect((await consent.recordCookie())?.id).toBe(id)
  // The same nodes: focus stays where it is, and a live region that is new says nothing.
  await expect(withdraw).toBeFocused()
  expect(await status.evaluate((now, then) => now === then, before)).toBe(true)
})

test('it follows the language, and the choice of another tab', async ({ page, site, context, consent }) => {
  const url = site.page(`<title>Shop</title>${view}${await site.bundle(mounting())}`)
  await page.goto(url)
  await consent.reject()
  await page.evaluate(() => window.consent.setLocale('fr'))
  await expect(page.getByRole('button', { name: 'Retirer mon accord' })).toBeVisible()
  await expect(page.locator('.askfirst-declaration')).toHaveAttribute('lang', 'fr')

  const other = await context.newPage()
  await other.goto(url)
  await other.evaluate(() => window.consent.acceptAll())
  await expect(page.getByRole('row', { name: 'Mesure' }).getByRole('cell').last()).toHaveText('Autorisés')
  await page.evaluate(() => window.consent.setLocale('en'))
  await expect(page.getByRole('button', { name: 'Withdraw my consent' })).toBeVisible()
})

test('undoing it leaves nothing, and nothing comes back', async ({ page, site, consent }) => {
  await page.goto(site.page(`<title>Shop</title>${view}${await site.bundle(mounting())}`))
  await expect(page.locator('#declaration table')).toHaveCount(4)
  const sheets = () => page.evaluate(() => document.adoptedStyleSheets.length)
  await consent.reject()
  await expect(consent.banner).toBeHidden()
  expect(await sheets()).toBe(1)
  await page.evaluate(() => (window as unknown as { undo(): void }).undo())
  await page.evaluate(() => window.consent.acceptAll())
  await expect(page.locator('#declaration')).toHaveText('')
  expect(await sheets()).toBe(0)
})

test('a declaration from the server is there without a script, and taken over with one', async ({
  page,
  site,
  browser,
}) => {
  const html = `<title>Shop</title><h1>Cookies</h1><div id="declaration">${renderDeclaration(options)}</div>`
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const quiet = await plain.newPage()
  await quiet.goto(site.page(html))
  await expect(quiet.getByRole('table', { name: 'Marketing' }).getByRole('rowheader')).toHaveText('ad_*')
  await plain.close()

  const moved = `${html}<script>
    window.before = document.querySelector('#declaration table')
    window.emptied = 0
    new MutationObserver(() => { if (!document.querySelector('#declaration table')) window.emptied++ })
      .observe(document.querySelector('#declaration'), { childList: true, subtree: true })</script>`
  await page.goto(site.page(`${moved}${await site.bundle(mounting())}`))
  await expect(page.getByRole('button', { name: 'Change my choice' })).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'emptied'))).toBe(0)
})

for (const [shape, around] of [
  ['to the letter', ['', '']],
  ['between the line breaks of a template', ['\n  ', '\n']],
] as const) {
  test(`French from the server, ${shape}, stays as it is and never speaks English`, async ({
    page,
    site,
  }) => {
    const html = around.join(renderDeclaration(options, { locale: 'fr', strings: fr, record: null }))
    const watch = `<script>
      window.first = document.querySelector('#declaration table')
      window.seen = []
      new MutationObserver(() => window.seen.push(document.querySelector('#declaration').textContent))
        .observe(document.querySelector('#declaration'), { childList: true, subtree: true, characterData: true })</script>`
    await page.goto(
      site.page(`<!doctype html><html lang="fr"><title>Shop</title><h1>Cookies</h1>
        <div id="declaration">${html}</div>${watch}${await site.bundle(mounting())}`),
    )
    await page.locator('#askfirst').getByRole('region').waitFor()
    await page.evaluate(() => window.consent.acceptAll())
    await expect(page.locator('#declaration')).toContainText('référence')
    const { seen, first } = await page.evaluate(() => ({
      seen: Reflect.get(window, 'seen') as string[],
      first: Reflect.get(window, 'first') === document.querySelector('#declaration table'),
    }))
    expect(seen.filter((text) => /This site|You have not/.test(text))).toEqual([])
    expect(first).toBe(true)
  })
}

test('in a shadow root it has its style sheet there', async ({ page, site }) => {
  const source = mounting().replace(
    "document.querySelector('#declaration')",
    "document.querySelector('#declaration').attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))",
  )
  await page.goto(site.page(`<title>Shop</title>${view}${await site.bundle(source)}`))
  await expect(page.getByRole('table', { name: 'Marketing' })).toHaveCSS('border-collapse', 'collapse')
  await page.getByRole('button', { name: 'Withdraw my consent' }).click()
  expect(await page.evaluate(() => window.consent.record?.source)).toBe('declaration')
})

test.describe('<askfirst-declaration> from a CDN', () => {
  const nonce = 'r4nd0m'
  const csp = `default-src 'none'; script-src 'nonce-${nonce}' http://cdn.test:*; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`
  const block = `<script type="application/json" id="options">${JSON.stringify(options)}</script>`

  for (const order of ['before', 'after'] as const) {
    test(`works under a strict policy, ${order} the core`, async ({ page, site, consent }) => {
      const violations = await site.violations(page)
      const src = site.url('/askfirst@1/dist/cdn/declaration.js', { host: 'cdn.test' })
      const core = site.cdn({ 'data-config': '#options', nonce }, { head: block })
      const element = `<script src="${src}" nonce="${nonce}"></script>`
      const scripts = order === 'before' ? element + core : core + element
      await page.goto(
        site.page(
          `<!doctype html><html lang="fr"><title>Shop</title>${scripts}<h1>Cookies</h1>
          <askfirst-declaration group-by="party-persistence" show="choice cookies"><p>Un instant…</p></askfirst-declaration>`,
          { csp },
        ),
      )
      await expect(page.getByRole('table', { name: 'Cookies tiers persistants' })).toBeVisible()
      await expect(page.getByText('Un instant')).toHaveCount(0)
      await expect(page.getByRole('table', { name: 'Catégories' })).toHaveCount(0)
      await consent.accept()
      await expect(page.locator('askfirst-declaration').getByRole('status')).toContainText('référence')
      await expect(page.locator('askfirst-declaration')).toHaveCSS('display', 'block')
      await page.locator('askfirst-declaration').evaluate((it) => it.setAttribute('group-by', 'service'))
      await expect(page.getByRole('table', { name: 'Visits' })).toBeVisible()

      // Moved by the page, it goes on; taken out, it lets go.
      await page.evaluate(() =>
        document.body.prepend(document.querySelector('askfirst-declaration') as Element),
      )
      await page.getByRole('button', { name: 'Retirer mon accord' }).click()
      expect((await consent.recordCookie())?.choices).toEqual({ statistics: false, marketing: false })
      await page.evaluate(() => {
        const element = document.querySelector('askfirst-declaration') as Element
        element.remove()
        Object.assign(window, { removed: element })
        window.askfirst.acceptAll()
      })
      expect(await page.evaluate(() => (Reflect.get(window, 'removed') as Element).textContent)).toBe('')
      expect(violations).toEqual([])
    })
  }

  test('what the page wrote into it goes, though the element was known before the page was parsed', async ({
    page,
    site,
  }) => {
    const src = site.url('/askfirst@1/dist/cdn/declaration.js', { host: 'cdn.test' })
    const head = `<title>Shop</title>${site.cdn({ 'data-config': '#options' }, { head: block })}<script src="${src}"></script>`
    await page.goto(
      site.page(`${head}<h1>Cookies</h1><askfirst-declaration><p>One moment…</p></askfirst-declaration>
        <askfirst-declaration show="version">${renderDeclaration(options, { show: ['version'] })}</askfirst-declaration>`),
    )
    await expect(page.getByRole('table', { name: 'Marketing' })).toBeVisible()
    await expect(page.getByText('One moment')).toHaveCount(0)
    await expect(page.locator('time')).toHaveCount(2)
  })

  test('a misspelt attribute gives the usual tables and no error', async ({ page, site }) => {
    const uncaught: Error[] = []
    page.on('pageerror', (error) => uncaught.push(error))
    const src = site.url('/askfirst@1/dist/cdn/declaration.js', { host: 'cdn.test' })
    await page.goto(
      site.page(`<title>Shop</title>${site.cdn({ 'data-config': '#options' }, { head: block })}<script src="${src}" defer></script>
        <h1>Cookies</h1><askfirst-declaration group-by="purpose"></askfirst-declaration>`),
    )
    await expect(page.getByRole('table', { name: 'Marketing' })).toBeVisible()
    expect(uncaught).toEqual([])
  })

  test('a page may show its parts in several places', async ({ page, site }) => {
    const src = site.url('/askfirst@1/dist/cdn/declaration.js', { host: 'cdn.test' })
    await page.goto(
      site.page(`<title>Shop</title>${site.cdn({ 'data-config': '#options' }, { head: block })}
        <script src="${src}"></script><h1>Cookies</h1>
        <askfirst-declaration show="categories"></askfirst-declaration><p style="height: 2000px"></p>
        <askfirst-declaration show="cookies"></askfirst-declaration>`),
    )
    await expect(page.getByRole('table')).toHaveCount(4)
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
