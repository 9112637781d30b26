import '../harness/events.js'
import type { Page } from '@playwright/test'
import { cdnFolder, cdnHost } from '../harness/cdn.js'
import { expect, test } from '../harness/index.js'
import type { Site } from '../harness/site.js'

/** Every call of every vendor is in test/unit/plugins/signals; here is what only a page can show: order and tags. */

const plugin = (site: Site, name: string, attributes = '') =>
  `<script src="${site.url(`${cdnFolder}plugins/${name}.js`, { host: cdnHost })}" ${attributes}></script>`

/** The pixel's own base code, as far as it concerns consent: a queue of what it was told. */
const fbq = `<script>window.told = []; window.fbq = (...command) => told.push(command.join(' '))</script>`
const init = `<script>fbq('init', '1'); fbq('track', 'PageView')</script>`
const told = (page: Page) => page.evaluate(() => (window as unknown as { told: string[] }).told)

test('between the base code and init, the hold comes first; a stored grant as well', async ({
  page,
  site,
  consent,
}) => {
  const html = `<title>Shop</title>${fbq}${plugin(site, 'meta')}${site.cdn()}${init}<body>`
  await page.goto(site.page(html))
  expect(await told(page)).toEqual(['consent revoke', 'init 1', 'track PageView'])
  await consent.accept()
  await expect.poll(async () => (await told(page)).slice(3)).toEqual(['consent grant'])
  await page.reload()
  expect(await told(page)).toEqual(['consent grant', 'init 1', 'track PageView'])
})

test('a grant is told before a held tag runs, a refusal before its cookies are erased', async ({
  page,
  site,
}) => {
  const bundle = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { meta } from 'askfirst/plugins/meta'
    window.told = []
    window.fbq = (...command) => told.push(command.join(' ') + (document.cookie.includes('_fbp') ? ' with cookie' : ''))
    window.consent = createConsent({
      categories: { necessary: { required: true }, marketing: { cookies: [{ name: '_fbp' }] } },
      plugins: [meta()],
      reload: 'never',
    })
    window.consent.start()`)
  const held = `<script type="text/plain" data-category="marketing">told.push('tag'); document.cookie = '_fbp=1; path=/'</script>`
  await page.goto(site.page(`${bundle}<body>${held}`))
  await page.waitForFunction(() => window.consent?.status)
  await page.evaluate(() => void window.consent.acceptAll())
  await expect.poll(() => told(page)).toEqual(['consent revoke', 'consent grant', 'tag'])
  await page.evaluate(() => void window.consent.withdraw())
  await expect.poll(async () => (await told(page)).slice(3)).toEqual(['consent revoke with cookie'])
  expect(await page.evaluate(() => document.cookie.includes('_fbp'))).toBe(false)
})

test('a vendor that the gate releases is found when it is there, and told of a withdrawal', async ({
  page,
  site,
}) => {
  const src = site.file('/zendesk.js', `window.told = []; window.zE = (...it) => told.push(it.join(' '))`, {
    host: 'chat.test',
    delay: 400,
  })
  const bundle = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { zendesk } from 'askfirst/plugins/zendesk'
    window.consent = createConsent({ plugins: [zendesk()], reload: 'never' })
    window.consent.start()`)
  const held = `<script type="text/plain" data-category="preferences" src="${src}"></script>`
  await page.goto(site.page(`${bundle}<body>${held}`))
  await page.waitForFunction(() => window.consent?.status)
  await page.evaluate(() => void window.consent.acceptAll())
  await expect.poll(() => told(page)).toEqual(['messenger:set cookies all'])
  await page.evaluate(() => void window.consent.withdraw())
  expect(await told(page)).toEqual(['messenger:set cookies all', 'messenger:set cookies none'])
})

test('a wrong attribute is one clear sentence, the rest of the tag is used', async ({
  page,
  site,
  consent,
}) => {
  const lines: string[] = []
  page.on('console', (message) => {
    if (message.text().startsWith('[askfirst]')) lines.push(message.text())
  })
  const uet = plugin(site, 'microsoft-uet', 'data-category="statistics"')
  const clarity = plugin(
    site,
    'microsoft-clarity',
    'data-types="ad_storage=marketing analytics_Storage=marketing"',
  )
  const amazon = plugin(site, 'amazon-consent-signal', 'data-country="Belgium"')
  const stub = `<script>window.told = []; window.clarity = (...it) => told.push(JSON.stringify(it))</script>`
  await page.goto(site.page(`<title>Shop</title>${stub}${uet}${clarity}${amazon}${site.cdn()}<body>`))
  await consent.banner.waitFor()
  await page.evaluate(() => void window.askfirst.save({ marketing: true }))
  expect((await told(page)).at(-1)).toBe(
    '["consentv2",{"ad_Storage":"granted","analytics_Storage":"granted"}]',
  )
  expect(await page.evaluate(() => [...(window as unknown as { uetq: unknown[] }).uetq])).toEqual([
    'consent',
    'default',
    { ad_storage: 'denied' },
    'consent',
    'update',
    { ad_storage: 'denied' },
  ])
  expect(lines).toEqual([
    '[askfirst] plugins/microsoft-clarity.js: data-types="ad_storage=marketing analytics_Storage=marketing" cannot work. Use pairs such as ad_Storage=statistics, of ad_Storage analytics_Storage.',
    '[askfirst] plugins/amazon-consent-signal.js: data-country="Belgium" cannot work. Use two letters of ISO 3166, such as BE.',
    '[askfirst] plugins/amazon-consent-signal.js: data-country is missing. Give the country whose law applies. The plugin is not used.',
  ])
})
