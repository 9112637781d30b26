import { collectEvents } from '../harness/events.js'
import { note } from '../harness/held.js'
import { expect, test } from '../harness/index.js'

const nonce = 'r4nd0m'
const csp = `script-src 'nonce-${nonce}' 'strict-dynamic'; object-src 'none'; base-uri 'none'`
const npm = `
  import { createConsent } from 'askfirst'
  window.consent = createConsent({ view: { mount: () => ({ open() {}, close() {}, update() {}, destroy() {} }) } })
  window.consent.start()`

for (const way of ['CDN file', 'npm package'] as const) {
  test(`with the ${way}, inert markup that others put in does not run under strict-dynamic, and is reported once`, async ({
    page,
    site,
  }) => {
    const events = await collectEvents(page)
    const script =
      way === 'CDN file' ? site.cdn({ nonce }) : await site.bundle(npm, { attributes: { nonce } })
    const tag = (run: string, attributes = '') =>
      `<script type="text/plain" data-category="necessary" ${attributes} src="${site.tag(run)}"></script>`
    const inline = (run: string) =>
      `<script type="text/plain" data-category="necessary">${note(run)}</script>`
    await page.goto(
      site.page(
        `<head>${script}</head><body>${tag('file')}${inline('inline')}${tag('wrong', 'nonce="wrong"')}${tag('empty', 'nonce')}
        <template data-category="necessary"><script src="${site.tag('template')}"></script></template>
        <div id="slot"></div>${tag('ours', `nonce="${nonce}"`)}`,
        { csp },
      ),
    )
    await page.locator('#slot').evaluate((slot, html) => {
      slot.innerHTML = html
    }, tag('innerHTML') + inline('inline innerHTML'))
    await expect.poll(() => site.ran(page)).toEqual(['ours'])
    await page.waitForTimeout(400)
    expect(await site.ran(page)).toEqual(['ours'])
    expect(site.requests({ path: '/tag.js' })).toHaveLength(1)
    expect(await events('error')).toHaveLength(7)
  })
}

test('the option names the nonce, or turns the rule off', async ({ page, site }) => {
  const page_ = (option: string) =>
    `<head><script nonce="${nonce}">window.askfirst = { options: { nonce: ${option} } }</script>${site.cdn({ nonce })}</head><body>
     <script type="text/plain" data-category="necessary" nonce="other">${note('other')}</script>
     <script type="text/plain" data-category="necessary" src="${site.tag('none')}"></script>`
  await page.goto(site.page(page_('false'), { csp }))
  await expect.poll(() => site.ran(page)).toContain('none')
  await page.goto(site.page(page_("'other'"), { path: '/named' }))
  await expect.poll(() => site.ran(page)).toEqual(['other'])
})

test('a shadow root that came with a template runs nothing without the nonce, open or closed; the rest is shown', async ({
  page,
  site,
}) => {
  const root = (mode: string) =>
    `<section class="box" @click="x" onclick="x"><template shadowrootmode="${mode}"><script src="${site.tag(mode)}"></script><script>${note(`inline ${mode}`)}</script></template><p>${mode}</p></section>`
  const template = (content: string, attributes = '') =>
    `<template data-category="necessary" ${attributes}>${content}</template>`
  await page.goto(
    site.page(
      `<head>${site.cdn({ nonce })}</head><body>${template(root('open'))}${template(root('closed'))}
      ${template(template(root('closed')))}
      ${template(`${root('open').replaceAll('open', 'trusted').replace('shadowrootmode="trusted"', 'shadowrootmode="open"')}<script nonce="${nonce}">${note('beside')}</script>`, `nonce="${nonce}"`)}
      <script type="text/plain" data-category="necessary" nonce="${nonce}">${note('last')}</script>`,
      { csp: `${csp}; require-trusted-types-for 'script'` },
    ),
  )
  await expect.poll(() => site.ran(page)).toContain('last')
  await page.waitForTimeout(300)
  expect((await site.ran(page)).filter((it) => !/trusted/.test(it))).toEqual(['beside', 'last'])
  expect(site.requests({ path: '/tag.js' })).toHaveLength(1)
  await expect(page.getByText('closed')).toHaveCount(2)
  await expect(page.locator('section.box')).toHaveCount(4)
  expect(await page.locator('section').first().getAttribute('@click')).toBe('x')
})
