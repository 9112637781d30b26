import { collectEvents } from '../harness/events.js'
import { expect, test } from '../harness/index.js'

const npm = `
  import { createConsent } from 'askfirst'
  createConsent({ view: () => import('askfirst/view') }).start()`

const nonce = 'r4nd0m'
const allow = (scripts: string) => `default-src 'none'; script-src ${scripts}; style-src 'nonce-${nonce}'`
const strict = allow(`'nonce-${nonce}'`)

for (const way of ['CDN file', 'npm package'] as const) {
  test.describe(`with the ${way}`, () => {
    for (const [where, csp] of [
      ['a header', strict],
      ['a meta element', strict],
      ["a header with 'strict-dynamic'", allow(`'nonce-${nonce}' 'strict-dynamic'`)],
    ] as const) {
      test(`everything works under a nonce in ${where}`, async ({ page, site, consent }) => {
        const script =
          way === 'CDN file' ? site.cdn({ nonce }) : await site.bundle(npm, { attributes: { nonce } })
        const violations = await site.violations(page)
        const inMeta = where === 'a meta element'
        await page.goto(
          site.page(
            `<head>${inMeta ? `<meta http-equiv="Content-Security-Policy" content="${csp}">` : ''}${script}</head>
            <script type="text/plain" data-category="statistics" nonce="${nonce}" src="${site.tag('A')}"></script>
            <script type="text/plain" data-category="statistics" nonce="${nonce}">(window.ran ||= []).push('B')</script>
            <script type="text/plain" data-category="statistics" nonce="${nonce}" data-src="${site.tag('C')}"></script>
            <template data-category="statistics"><script nonce="${nonce}">(window.ran ||= []).push('D')</script></template>`,
            inMeta ? {} : { csp },
          ),
        )

        await consent.preferences()
        await expect(consent.dialog).toHaveCSS('position', 'fixed')
        await consent.switch(/statistics/i).click()
        await consent.save()
        await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C', 'D'])
        await expect(consent.dialog).toBeHidden()
        expect(violations).toEqual([])
      })
    }

    test("nothing inline is needed under script-src and style-src 'self'", async ({
      page,
      site,
      consent,
    }) => {
      const script = way === 'CDN file' ? site.cdn() : await site.bundle(npm)
      const violations = await site.violations(page)
      const cdn = new URL(site.url('/', { host: 'cdn.test' })).origin
      await page.goto(
        site.page(`${script}<h1>Shop</h1>`, {
          csp: `default-src 'none'; script-src 'self' ${cdn}; style-src 'self'`,
        }),
      )

      await expect(consent.banner).toHaveCSS('position', 'fixed')
      await consent.preferences()
      const sizes = await consent.switch(/statistics/i).evaluate((element) => {
        const { appearance, width } = getComputedStyle(element)
        return { appearance, wide: Number.parseFloat(width) > 24 }
      })
      expect(sizes).toEqual({ appearance: 'none', wide: true })
      await page.keyboard.press('Escape')
      await consent.reject()
      await expect(consent.banner).toBeHidden()
      expect(violations).toEqual([])
    })
  })
}

for (const [kind, attributes, content] of [
  ['file', (src: string) => `src="${src}"`, ''],
  ['inline tag', () => '', `(window.ran ||= []).push('no nonce')`],
] as const) {
  test(`a held ${kind} without the nonce is blocked by the browser, reported once and delays nobody`, async ({
    page,
    site,
    consent,
  }) => {
    const events = await collectEvents(page)
    await page.goto(
      site.page(
        `<head>${site.cdn({ nonce })}</head>
        <script type="text/plain" data-category="statistics" ${attributes(site.tag('no nonce'))}>${content}</script>
        <script type="text/plain" data-category="statistics" nonce="${nonce}" src="${site.tag('A')}"></script>
        <script type="text/plain" data-category="statistics" nonce="${nonce}">(window.ran ||= []).push('B')</script>`,
        { csp: strict },
      ),
    )

    await consent.accept()
    await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
    await expect.poll(() => events('error')).toHaveLength(1)
    expect(site.requests({ path: '/tag.js' })).toHaveLength(1)
    await expect(consent.banner).toBeHidden()
  })
}

test('a policy in a meta element after the tag is obeyed and does no harm', async ({
  page,
  site,
  consent,
}) => {
  const violations = await site.violations(page)
  await page.goto(
    site.page(
      `<head>${site.cdn({ nonce })}<meta http-equiv="Content-Security-Policy" content="${strict}"></head>
      <script type="text/plain" data-category="statistics" nonce="${nonce}">(window.ran ||= []).push('A')</script>`,
    ),
  )

  await consent.preferences()
  await consent.switch(/statistics/i).click()
  await consent.save()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(violations).toEqual([])
})

test('a frame, picture and style sheet that the policy forbids stay away and stop nothing', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(
    site.page(
      `<head>${site.cdn({ nonce })}</head>
      <iframe data-category="statistics" data-src="${site.url('/frame.html', { host: 'video.test' })}"></iframe>
      <img alt="" data-category="statistics" data-src="${site.url('/pixel.gif', { host: 'stats.test' })}">
      <link rel="stylesheet" data-category="statistics" data-href="${site.url('/style.css', { host: 'stats.test' })}">
      <script type="text/plain" data-category="statistics" nonce="${nonce}">(window.ran ||= []).push('A')</script>`,
      { csp: strict },
    ),
  )

  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await expect(consent.banner).toBeHidden()
  expect(site.requests({ host: 'video.test' })).toHaveLength(0)
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
})
