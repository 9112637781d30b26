import { expect, test } from '../harness/index.js'
import { honoursTheSignal } from './honours-gpc.js'

/** The browser's own signal: Settings → Privacy → "Tell websites not to sell or share my data". */
test.use({
  firefoxPrefs: {
    'privacy.globalprivacycontrol.enabled': true,
    'privacy.globalprivacycontrol.functionality.enabled': true,
  },
})

test('the signal that Firefox sends is honoured', async ({ page, site, consent }) => {
  await honoursTheSignal({ page, site, consent })
  expect(
    await page.evaluate(() => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl),
  ).toBe(true)
  expect(site.requests({ path: '/' })[0]?.headers['sec-gpc']).toBe('1')
})
