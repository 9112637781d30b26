import { collectEvents } from '../harness/events.js'
import { expect, test } from '../harness/index.js'

const npm = `
  import { createConsent } from 'askfirst'
  createConsent({ view: () => import('askfirst/view') }).start()`

const csp = "require-trusted-types-for 'script'; trusted-types 'none'"

for (const way of ['CDN file', 'npm package'] as const) {
  test.describe(`with the ${way}`, () => {
    test('everything works without a policy where the page allows none', async ({ page, site, consent }) => {
      const script = way === 'CDN file' ? site.cdn() : await site.bundle(npm)
      const violations = await site.violations(page)
      await page.goto(
        site.page(
          `${script}<title>Shop</title><h1>Shop</h1>
          <script type="text/plain" data-category="statistics" src="${site.tag('A')}"></script>
          <script type="text/plain" data-category="statistics">(window.ran ||= []).push('B')</script>
          <script type="text/plain" data-category="statistics" data-type="module" src="${site.url('/module.js', { query: { run: 'D' } })}"></script>
          <script type="text/plain" data-category="statistics" src="${site.tag('C')}"></script>
          <iframe data-category="marketing" data-src="${site.url('/frame.html', { host: 'video.test' })}"></iframe>`,
          { csp },
        ),
      )

      await consent.preferences()
      await consent.switch(/statistics/i).click()
      await consent.save()
      await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C', 'D'])
      await expect(consent.banner).toBeHidden()
      expect((await consent.recordCookie())?.choices).toMatchObject({ statistics: true, marketing: false })
      expect(site.requests({ host: 'video.test' })).toHaveLength(0)
      expect(violations).toEqual([])
    })
  })
}

test('a held script that names its file in data-src is reported, and the page goes on', async ({
  page,
  site,
  consent,
}) => {
  const events = await collectEvents(page)
  await page.goto(
    site.page(
      `${site.cdn()}<h1>Shop</h1>
      <script type="text/plain" data-category="statistics" data-src="${site.tag('A')}"></script>
      <script type="text/plain" data-category="statistics" src="${site.tag('B')}"></script>`,
      { csp },
    ),
  )

  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['B'])
  expect(await events('error')).toEqual([
    {
      type: 'error',
      message: expect.stringMatching(/<script data-category="statistics".*could not be released/),
    },
  ])
  await expect(consent.banner).toBeHidden()
})

test("data-src works where the page's default policy lets it pass", async ({ page, site, consent }) => {
  const events = await collectEvents(page)
  await page.goto(
    site.page(
      `<script>trustedTypes.createPolicy('default', { createScriptURL: (url) => url })</script>${site.cdn()}
      <script type="text/plain" data-category="statistics" data-src="${site.tag('A')}"></script>`,
      { csp: "require-trusted-types-for 'script'; trusted-types default" },
    ),
  )

  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(await events('error')).toEqual([])
})

test('scripts of a held template run, because the parser made them', async ({ page, site, consent }) => {
  const violations = await site.violations(page)
  await page.goto(
    site.page(
      `${site.cdn()}<body><template data-category="statistics"><p>Chart</p>
        <script>(window.ran ||= []).push('A')</script><script src="${site.tag('B')}"></script></template>`,
      { csp },
    ),
  )

  await consent.accept()
  await expect(page.getByText('Chart')).toBeVisible()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  expect(violations).toEqual([])
})

test('with a policy, tags with data-src, tags from innerHTML and document.write work too', async ({
  page,
  site,
  consent,
}) => {
  const violations = await site.violations(page)
  const script = await site.bundle(
    `import { createConsent } from 'askfirst'
    const pass = (text) => text
    const policy = trustedTypes.createPolicy('askfirst', { createHTML: pass, createScript: pass, createScriptURL: pass })
    addEventListener('load', () => {
      const { textContent } = document.getElementById('late')
      document.getElementById('box').innerHTML = policy.createHTML(textContent)
    })
    createConsent({ view: () => import('askfirst/view'), trustedTypesPolicy: policy }).start()`,
  )
  await page.goto(
    site.page(
      `<p id="box"></p><template></template><textarea id="late" hidden><script type="text/plain" data-category="statistics" onload="1">(window.ran ||= []).push('late')</script></textarea>
      <script type="text/plain" data-category="statistics" data-src="${site.tag('file')}"></script>
      <script type="text/plain" data-category="statistics">document.write('<b>written</b>')</script>${script}`,
      { csp: "require-trusted-types-for 'script'; trusted-types askfirst" },
    ),
  )
  await consent.accept()
  await expect(page.getByText('written')).toBeVisible()
  await expect.poll(() => site.ran(page)).toContain('file')
  await expect.poll(() => site.ran(page)).toContain('late')
  expect(violations).toEqual([])
})

test('tags that the page makes later, with a policy of its own, run and nothing is reported', async ({
  page,
  site,
  consent,
}) => {
  const violations = await site.violations(page)
  await page.goto(
    site.page(`${site.cdn()}<h1>Shop</h1>`, {
      csp: "require-trusted-types-for 'script'; trusted-types shop",
    }),
  )
  await consent.accept()
  await page.waitForLoadState()
  await page.evaluate((src) => {
    const { trustedTypes } = window as never as {
      trustedTypes: { createPolicy: (...of: unknown[]) => Policy }
    }
    type Policy = { createScript(text: string): string; createScriptURL(url: string): string }
    const policy = trustedTypes.createPolicy('shop', {
      createScript: (text: string) => text,
      createScriptURL: (url: string) => url,
    })
    for (const url of [undefined, src]) {
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset.category = 'statistics'
      if (url) script.src = policy.createScriptURL(url)
      else script.text = policy.createScript("(window.ran ||= []).push('A')")
      document.body.append(script)
    }
  }, site.tag('B'))
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  expect(violations).toEqual([])
})
