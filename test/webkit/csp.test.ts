import { expect, held, note, test } from './harness/index.js'
import type { Page } from './harness/page.js'

const nonce = 'r4nd0m'

/** Notes what the browser complains about; it stands before everything else. */
const listening = `<script nonce="${nonce}">
  addEventListener('securitypolicyviolation', (event) => {
    (window.violations ||= []).push(event.effectiveDirective + ' ' + event.blockedURI)
  })
</script>`

const violations = (page: Page) =>
  page.evaluate(() => (window as unknown as { violations?: readonly string[] }).violations ?? [])

// The browser asks for a favicon by itself, and its policy is the page's.
const policy = `default-src 'none'; img-src 'self'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; report-uri /reports`

test('everything works under a nonce policy, and the browser reports nothing', async ({
  page,
  site,
  consent,
}) => {
  const reports = () => site.requests({ path: '/reports' }).map(({ body }) => body)
  const nonced = (rest: string, code?: string) => held(`nonce="${nonce}" ${rest}`, code)
  await page.goto(
    site.page(
      `<head>${listening}${site.cdn({ nonce })}</head>
       ${nonced(`src="${site.tag('A')}"`)}${nonced('', note('B'))}${nonced(`data-src="${site.tag('C')}"`)}
       <template data-category="statistics"><script nonce="${nonce}">${note('D')}</script></template>`,
      { csp: policy },
    ),
  )
  const dialog = await consent.preferences()
  expect(await dialog.getCssValue('position')).toBe('fixed')
  await (await consent.switch('statistics')).click()
  await consent.save()
  await expect.poll(page.ran).toEqual(['A', 'B', 'C', 'D'])
  expect(await violations(page)).toEqual([])
  expect(reports()).toEqual([])
})

test('with Trusted Types enforced and no policy allowed, held scripts run as the parser left them', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(
    site.page(
      `<head>${listening}${site.cdn()}</head>${held(`src="${site.tag('A')}"`)}${held('', note('B'))}`,
      { csp: "require-trusted-types-for 'script'; trusted-types 'none'" },
    ),
  )
  const refuses = () => {
    try {
      document.createElement('script').text = 'refused?'
      return false
    } catch {
      return true
    }
  }
  expect(await page.evaluate(refuses)).toBe(true)
  const before = (await violations(page)).length
  await consent.accept()
  await expect.poll(page.ran).toEqual(['A', 'B'])
  expect(await violations(page)).toHaveLength(before)
})
