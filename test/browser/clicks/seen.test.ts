import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

const source = `
  import { createConsent } from 'askfirst'
  window.consent = createConsent({ actions: '#mine' })
  window.consent.start()`

const unseen: { readonly [name: string]: string } = {
  'of one pixel': 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)',
  'faded out': 'opacity: 0.02',
  'faded out by a filter': 'filter: opacity(1) opacity(0)',
  'faded out by both': 'opacity: 0.4; filter: opacity(40%)',
  'out of the window': 'position: absolute; left: -999px',
  'under another': 'position: absolute; z-index: -1; top: 0; left: 0',
  hidden: 'visibility: hidden',
  'scaled away': 'transform: scale(0)',
}

for (const [name, style] of Object.entries(unseen)) {
  test(`a button that is ${name} takes no consent by pointer, keyboard or label; a script may press it`, async ({
    page,
    site,
    consent,
  }) => {
    await page.goto(
      site.page(`${await site.bundle(source)}<div id="mine" onsubmit="return false">
        <div style="position: absolute; z-index: 5; top: 0; left: 0; width: 300px; height: 100px; background: #fff">cover</div>
        <form style="margin-top: 150px"><label for="go">Read more</label><input name="field">
        <button id="go" data-consent-action="accept-all" style="${style}">accept</button></form></div>`),
    )
    await page.waitForFunction(() => 'consent' in window)
    await page.getByText('Read more').click()
    await page.locator('[name=field]').press('Enter')
    await page.locator('#go').evaluate((it) => it.focus())
    await page.keyboard.press('Enter')
    await page.keyboard.press(' ')
    const box = await page.locator('#go').boundingBox()
    if (box && box.x >= 0) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    expect(await consent.recordCookie()).toBeUndefined()
    expect(new URL(page.url()).search).toBe('')
    await page.locator('#go').evaluate((it: HTMLElement) => it.click())
    expect((await consent.recordCookie())?.choices.marketing).toBe(true)
  })
}

test('a button that is seen accepts by pointer, keyboard, label and a field, in shadow roots and slots too', async ({
  page,
  site,
  consent,
}) => {
  const ways = {
    pointer: () => page.locator('#go').click(),
    keyboard: async () => {
      await page.locator('#go').focus()
      await page.keyboard.press('Enter')
    },
    label: () => page.getByText('Read more').click(),
    field: () => page.locator('[name=field]').press('Enter'),
    slot: () => page.locator('#slotted').click(),
    shadow: () => page.locator('#shadow button').click(),
  }
  const url = site.page(`${await site.bundle(source)}<div id="mine"><form>
    <label for="go">Read more</label><input name="field"><button id="go" data-consent-action="accept-all">accept</button></form>
    <div id="host"><button id="slotted" data-consent-action="accept-all">slotted</button></div><div id="shadow"></div></div>`)
  for (const [name, press] of Object.entries(ways)) {
    await page.context().clearCookies()
    await page.goto(url)
    await page.waitForFunction(() => 'consent' in window)
    await page.evaluate(() => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' })
      root?.append(document.createElement('slot'))
      const inner = document.createElement('button')
      inner.dataset.consentAction = 'accept-all'
      inner.append('inside')
      document.querySelector('#shadow')?.attachShadow({ mode: 'open' }).append(inner)
    })
    await press()
    expect((await consent.recordCookie())?.choices.marketing, name).toBe(true)
  }
})

test('a banner of the top layer is seen on a page that has faded itself out', async ({
  page,
  shop,
  consent,
}) => {
  await page.goto(shop.url('<style>body { opacity: 0 }</style><h1>Shop</h1>'))
  await consent.accept()
  await expect.poll(async () => (await consent.recordCookie())?.choices.marketing).toBe(true)
})
