import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { held, note } from '../harness/held.js'
import { expect, test } from '../harness/index.js'

/** A tag and its untagged twin, which notes the same with another name. */
const pair = (name: string) => `${held('', note(`tag ${name}`))}<script>${note(`twin ${name}`)}</script>`

const options = `<script>window.askfirst = { options: { reload: 'never', view: { mount: () => ({ open() {}, close() {}, update() {}, destroy() {} }) } } }</script>`

async function counts(page: Page, name: string): Promise<readonly [tag: number, twin: number]> {
  const ran = await page.evaluate(() => window.ran ?? [])
  return [ran.filter((it) => it === `tag ${name}`).length, ran.filter((it) => it === `twin ${name}`).length]
}

/** What a site adds to its pages for a router, and how a visitor goes from page to page. */
interface Router {
  readonly head: string
  readonly visit: (page: Page, path: string) => Promise<void>
}

const asked = (code: string) => async (page: Page, path: string) => {
  await page.evaluate(`(${code})(${JSON.stringify(path)})`)
}

/** The swap of Astro's router (astro/dist/transitions/swap-functions.js and router.js, 5.18.2), written anew. */
const astro = `<script>{
  const seen = new Set()
  const isSeen = (script) => {
    const key = script.src ? new URL(script.src, location.href).href : script.textContent
    return seen.has(key) || (seen.add(key), false)
  }
  addEventListener('DOMContentLoaded', () => {
    for (const script of document.getElementsByTagName('script')) { isSeen(script); script.dataset.astroExec = '' }
  })
  window.visit = async (path) => {
    const next = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html')
    for (const script of next.scripts)
      if (!script.hasAttribute('data-astro-rerun') && isSeen(script)) script.dataset.astroExec = ''
    for (const old of [...document.head.children]) {
      const id = old.getAttribute('data-astro-transition-persist')
      const kept = id && next.head.querySelector('[data-astro-transition-persist="' + id + '"]')
      if (kept) kept.remove()
      else old.remove()
    }
    document.head.append(...next.head.children)
    document.body.replaceWith(next.body)
    for (const script of [...document.getElementsByTagName('script')]) {
      if (script.dataset.astroExec === '') continue
      const type = script.getAttribute('type')
      if (type && type !== 'module' && type !== 'text/javascript') continue
      const made = document.createElement('script')
      made.innerHTML = script.innerHTML
      for (const { name, value } of script.attributes) made.setAttribute(name, value)
      made.dataset.astroExec = ''
      script.replaceWith(made)
    }
  }
}</script>`

/** The swap of `wire:navigate` (livewire/livewire, js/plugins/navigate/page.js), written anew: it is in no npm package. */
const livewire = `<script>{
  const make = (old) => {
    const made = document.createElement('script')
    made.textContent = old.textContent
    made.async = old.async
    for (const { name, value } of old.attributes) made.setAttribute(name, value)
    return made
  }
  const isAsset = (node) => node.matches('script, style, link[rel=stylesheet]')
  window.visit = async (path) => {
    const next = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html')
    history.pushState({}, '', path)
    const head = document.adoptNode(next.head)
    const body = document.adoptNode(next.body)
    const known = [...document.head.children].map((node) => node.outerHTML)
    for (const node of [...head.children]) {
      if (!isAsset(node)) continue
      node.remove()
      if (!known.includes(node.outerHTML)) document.head.append(node.localName === 'script' ? make(node) : node)
    }
    for (const node of [...document.head.children]) if (!isAsset(node)) node.remove()
    document.head.append(...head.children)
    for (const script of body.querySelectorAll('script')) script.replaceWith(make(script))
    document.body.replaceWith(body)
  }
}</script>`

const routers: {
  readonly [name: string]: (site: { bundle(source: string): Promise<string> }) => Promise<Router>
} = {
  Astro: async () => ({ head: astro, visit: asked('(path) => window.visit(path)') }),
  Livewire: async () => ({ head: livewire, visit: asked('(path) => window.visit(path)') }),
  Turbo: async (site) => ({
    head: await site.bundle("import '@hotwired/turbo'"),
    visit: asked('(path) => window.Turbo.visit(path)'),
  }),
  Barba: async (site) => ({
    head: await site.bundle(
      "import barba from '@barba/core'; barba.init({ prefetchIgnore: true }); window.barba = barba",
    ),
    visit: asked('(path) => window.barba.go(path)'),
  }),
  htmx: async () => ({
    head: `<script>${(await readFile('node_modules/htmx.org/dist/htmx.min.js', 'utf8')).replaceAll('</', '<\\/')}</script>`,
    visit: asked(
      "(path) => window.htmx.ajax('GET', path, { target: 'main', select: 'main', swap: 'outerHTML' })",
    ),
  }),
}

for (const [name, create] of Object.entries(routers)) {
  test(`${name} runs a released tag of the head and of the page as often as the same tag untagged`, async ({
    page,
    site,
  }) => {
    const { head, visit } = await create(site)
    const write = (path: string) =>
      site.page(
        `<!doctype html><html lang="en"><head><title>${path}</title>${options}${site.cdn({ 'data-cookie-name': 'routers' })}${head}${pair('head')}</head>
        <body data-barba="wrapper"><main data-barba="container" data-barba-namespace="page"><h1>${path}</h1>${pair('page')}</main></body></html>`,
        { path },
      )
    const first = write('/one')
    write('/two')
    await page.context().addCookies([
      {
        name: 'routers',
        value: `1::${Math.floor(Date.now() / 1000).toString(36)}:Vq3fJ8kLmN0pQw1x:banner:preferences~statistics~marketing`,
        url: first,
      },
    ])
    await page.goto(first)
    await expect.poll(() => counts(page, 'page')).toEqual([1, 1])
    for (const path of ['/two', '/one', '/two']) {
      await visit(page, path)
      await expect(page.getByRole('heading')).toHaveText(path)
      for (const place of ['head', 'page'])
        await expect
          .poll(async () => {
            const [tag, twin] = await counts(page, place)
            return tag - twin
          })
          .toBe(0)
    }
    await page.waitForTimeout(500)
    for (const place of ['head', 'page']) {
      const [tag, twin] = await counts(page, place)
      expect(tag, place).toBe(twin)
    }
  })
}
