import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

const all = { preferences: true, statistics: true, marketing: true }

test('a tag that comes late runs at once when granted, and waits when not', async ({ page, site, shop }) => {
  await shop.comeBack({ ...all, marketing: false }, '<div id="box"></div>')
  await page.waitForLoadState()
  await page.evaluate((src) => {
    for (const category of ['statistics', 'marketing']) {
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset.category = category
      script.src = `${src}&of=${category}`
      document.head.append(script)
    }
  }, site.tag('A'))
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(site.requests({ path: '/tag.js' }).map(({ query }) => query.get('of'))).toEqual(['statistics'])
  await shop.save({ marketing: true })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'A'])
})

test('tags that come through innerHTML run once, in order', async ({ page, site, shop, consent }) => {
  await shop.open('<div id="box"></div>')
  await page.waitForLoadState()
  const html = held('', note('A')) + held(`src="${site.tag('B', { delay: 100 })}"`) + held('', note('C'))
  await page.locator('#box').evaluate((box, it) => {
    box.innerHTML = `<section>${it}</section>`
  }, html)
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
  await page.locator('#box').evaluate(
    (box, it) => {
      box.innerHTML = it
    },
    html.replaceAll("'A'", "'D'"),
  )
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C', 'D', 'B', 'C'])
})

test('a node that code made keeps its identity and its listeners', async ({ page, site, shop }) => {
  await shop.comeBack(all, '')
  await page.waitForLoadState()
  await page.evaluate(
    (src) => {
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset.category = 'statistics'
      script.src = src
      script.addEventListener('load', () =>
        document.body.setAttribute('data-heard', String(script.isConnected)),
      )
      document.body.append(script)
    },
    site.tag('A', { code: 'document.currentScript.dataset.mine = 1' }),
  )
  await expect(page.locator('body')).toHaveAttribute('data-heard', 'true')
  await expect(page.locator('script[data-mine]')).toHaveCount(1)
})

test('attributes that a framework sets after the insertion count', async ({ page, site, shop }) => {
  await shop.comeBack(all, `<script type="text/plain" id="later">${note('A')}</script><img id="pixel">`)
  await page.waitForLoadState()
  expect(await site.ran(page)).toEqual([])
  const pixel = site.url('/pixel.gif', { host: 'ads.test' })
  await page.evaluate((src) => {
    for (const id of ['later', 'pixel'])
      document.getElementById(id)?.setAttribute('data-category', 'marketing')
    document.getElementById('pixel')?.setAttribute('data-src', src)
  }, pixel)
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await expect.poll(() => site.requests({ host: 'ads.test' }).length).toBe(1)
  await page.evaluate(() => document.getElementById('later')?.setAttribute('type', 'text/plain'))
  await page.evaluate(() => document.body.append(document.getElementById('later') as Node))
  await page.waitForTimeout(200)
  expect(await site.ran(page)).toEqual(['A'])
})

test('a clone of a template with tagged scripts works like parsed markup', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open(`<template id="widget">${held('', note('A'))}</template>`)
  await consent.accept()
  await page.evaluate(() => {
    const { content } = document.getElementById('widget') as HTMLTemplateElement
    document.body.append(content.cloneNode(true), content.cloneNode(true))
  })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'A'])
})

test('clones of a template that was filled through innerHTML run, before and after the page is loaded', async ({
  page,
  site,
  shop,
}) => {
  const clone = `const template = document.createElement('template')
    template.innerHTML = ${JSON.stringify(held('', note('A')) + held(`src="${site.tag('B')}"`)).replaceAll('</', '<\\/')}
    document.body.append(document.importNode(template.content, true))`
  await shop.comeBack(all, `<script type="module">${clone}</script>${held('', note('C'))}`)
  await expect.poll(() => site.ran(page)).toEqual(['C', 'A', 'B'])
  await page.waitForLoadState()
  await page.evaluate(clone)
  await expect.poll(() => site.ran(page)).toEqual(['C', 'A', 'B', 'A', 'B'])
})

test('tags in a shadow root are found by scan, and watched from then on', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open('<div id="host"></div>')
  await page.waitForLoadState()
  await page.evaluate((code) => {
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' }) as ShadowRoot
    const add = () => {
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset.category = 'statistics'
      script.textContent = code
      root.append(script)
    }
    add()
    window.askfirst.scan(root)
    setTimeout(add, 50)
  }, note('A'))
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'A'])
})

test('markup from innerHTML stays as the framework knows it: it can take its own nodes away again', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open('<div id="box"></div>')
  await page.waitForLoadState()
  await page.locator('#box').evaluate(
    (box, html) => {
      box.innerHTML = html
      Object.assign(window, { kept: [...box.children] })
    },
    `${held('', note('A'))}${held(`src="${site.tag('B')}"`)}`,
  )
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await expect(page.locator('#box script')).toHaveCount(2)
  await page.evaluate(() => {
    const { kept } = window as unknown as { kept: Element[] }
    for (const node of kept) document.getElementById('box')?.removeChild(node)
  })
  await expect(page.locator('#box script')).toHaveCount(0)
})

test('a script that is put in the place of its equal has run already', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open('<div id="box"></div>')
  await consent.accept()
  await page.locator('#box').evaluate(
    (box, html) => {
      box.innerHTML = html
    },
    held('', note('A')),
  )
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await page.evaluate(() => {
    const old = document.querySelector('#box script') as HTMLScriptElement
    const fresh = document.createElement('script')
    for (const { name, value } of old.attributes) fresh.setAttribute(name, value)
    fresh.text = old.text
    old.replaceWith(fresh)
  })
  await page.waitForTimeout(300)
  expect(await site.ran(page)).toEqual(['A'])
})
