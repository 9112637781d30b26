import { expect, test } from '../harness/index.js'
import { held } from '../harness/shop.js'

test('a policy that makes addresses only is enough for files, objects and embeds', async ({
  page,
  site,
  consent,
}) => {
  const violations = await site.violations(page)
  const late = held(`src="${site.tag('A')}"`) + held(`data-src="${site.tag('B')}"`)
  const app = await site.bundle(`
    import { createConsent } from 'askfirst'
    createConsent({
      view: () => import('askfirst/view'),
      trustedTypesPolicy: trustedTypes.createPolicy('askfirst', { createScriptURL: (url) => url }),
    }).start()
    const page = trustedTypes.createPolicy('page', { createHTML: (html) => html })
    document.querySelector('#slot').innerHTML = page.createHTML(${JSON.stringify(late)})`)
  const frame = (host: string) => site.url('/frame.html', { host })
  await page.goto(
    site.page(
      `<body><h1>Shop</h1><div id="slot"></div>${app}
      <object data-category="statistics" data-data="${frame('object.test')}"></object>
      <embed data-category="statistics" data-src="${frame('embed.test')}">`,
      { csp: "require-trusted-types-for 'script'; trusted-types askfirst page" },
    ),
  )
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  for (const host of ['object.test', 'embed.test'])
    await expect.poll(() => site.requests({ host }).length).toBe(1)
  expect(violations).toEqual([])
})
