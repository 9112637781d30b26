import { expect } from '../harness/index.js'
import { guarded } from './guarded.js'

interface Way {
  readonly code: string
  /** Whether it is asked for once the visitor agrees. @default true */
  readonly isAsked?: boolean
}

const parse = (html: string) => `new DOMParser().parseFromString(${html}, 'text/html')`

/** More ways to ask than `auto-block.test.ts` has, in both engines. */
const ways: { readonly [name: string]: Way } = {
  srcset: { code: `const it = new Image(); it.srcset = url('/pixel.gif') + ' 1x'` },
  'srcset by attribute': {
    code: `const it = document.createElement('img'); it.setAttribute('srcset', url('/pixel.gif') + ' 1x'); document.body.append(it)`,
  },
  poster: {
    code: `const it = document.createElement('video'); it.poster = url('/pixel.gif'); document.body.append(it)`,
  },
  'input of type image': {
    code: `const it = document.createElement('input'); it.type = 'image'; it.src = url('/pixel.gif'); document.body.append(it)`,
  },
  'SVG picture': {
    code: `const it = document.createElementNS('http://www.w3.org/2000/svg', 'image'); it.setAttribute('href', url('/pixel.gif')); svg.append(it)`,
  },
  'SVG picture by XLink': {
    code: `const it = document.createElementNS('http://www.w3.org/2000/svg', 'image'); it.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', url('/pixel.gif')); svg.append(it)`,
  },
  'SVG picture by baseVal': {
    code: `const it = document.createElementNS('http://www.w3.org/2000/svg', 'image'); svg.append(it); it.href.baseVal = url('/pixel.gif')`,
  },
  'SVG picture in markup': {
    code: `box.insertAdjacentHTML('beforeend', '<svg><image href="' + url('/pixel.gif') + '"/></svg>')`,
  },
  'attribute node': {
    code: `const it = new Image(); const node = document.createAttribute('src'); node.value = url('/pixel.gif'); it.setAttributeNode(node)`,
  },
  'named item': {
    code: `const it = new Image(); const node = document.createAttribute('src'); node.value = url('/pixel.gif'); it.attributes.setNamedItem(node)`,
  },
  'Attr.value': {
    code: `const it = document.createElement('img'); it.setAttribute('src', ''); it.attributes.src.value = url('/pixel.gif')`,
  },
  'Attr.nodeValue': {
    code: `const it = document.createElement('img'); it.setAttribute('src', ''); it.attributes.src.nodeValue = url('/pixel.gif')`,
  },
  'Attr.textContent': {
    code: `const it = document.createElement('img'); it.setAttribute('src', ''); it.attributes.src.textContent = url('/pixel.gif')`,
  },
  'content of DOMParser': {
    code: `document.body.append(${parse(`'<img src="' + url('/pixel.gif') + '">'`)}.body.firstChild)`,
  },
  'imported content of DOMParser': {
    code: `document.importNode(${parse(`'<img src="' + url('/pixel.gif') + '">'`)}.body.firstChild, true)`,
  },
  'script of a template': {
    code: `const it = document.createElement('template'); const script = it.content.ownerDocument.createElement('script'); script.setAttribute('src', url('/tag.js')); it.content.append(script); document.head.append(it.content)`,
  },
  'cloned template': {
    code: `const it = document.createElement('template'); it.innerHTML = '<p><img src="' + url('/pixel.gif') + '"></p>'; document.body.append(it.content.cloneNode(true))`,
  },
  'imported template': {
    code: `const it = document.createElement('template'); it.innerHTML = '<iframe src="' + url('/frame.html') + '"></iframe>'; document.body.append(document.importNode(it.content, true))`,
  },
  'inline module that imports': {
    code: `const it = document.createElement('script'); it.type = 'module'; it.textContent = 'import "' + url('/module.js') + '"'; document.head.append(it)`,
  },
  'inline script with import()': {
    code: `const it = document.createElement('script'); it.textContent = 'import("' + url('/module.js') + '")'; document.head.append(it)`,
  },
  'font face': {
    code: `new FontFace('Test', 'url(' + url('/font.woff2') + ')').load().catch(() => {})`,
  },
  'declarative shadow root': {
    code: `const it = document.createElement('div'); document.body.append(it); it.setHTMLUnsafe?.('<div><template shadowrootmode="open"><img src="' + url('/pixel.gif') + '"></template></div>')`,
  },
  'shadow root': {
    code: `const it = document.createElement('div'); document.body.append(it); it.attachShadow({ mode: 'open' }).innerHTML = '<iframe src="' + url('/frame.html') + '"></iframe>'`,
  },
  fetchLater: { code: `window.fetchLater?.(url('/collect'), { activateAfter: 0 })` },
  worklet: {
    code: `window.AudioContext && new AudioContext().audioWorklet?.addModule(url('/module.js')).catch(() => {})`,
  },
}

const run = (round: string) =>
  Object.entries(ways)
    .map(
      ([name, { code }]) =>
        `try { const url = (path) => address + path + '?n=' + encodeURIComponent('${name} ${round}'); ${code} } catch (error) { failures.push('${name}: ' + error) }`,
    )
    .join('\n')

const page_ = (code: string) =>
  `<svg id="svg"></svg><script>window.failures = []; ${code.replaceAll('</', '<\\/')}</script>`

guarded(
  'nothing is asked in other ways before consent, and each once after it',
  async ({ page, site, consent, open }) => {
    const asked = (round: string) =>
      [...new Set(site.requests({ host: 'stats.test' }).map(({ query }) => query.get('n')))]
        .flatMap((name) => (name?.endsWith(` ${round}`) ? [name.slice(0, -round.length - 1)] : []))
        .sort()
    await open(page_(run('one')))
    await page.waitForTimeout(500)
    expect(await page.evaluate('failures')).toEqual([])
    expect(asked('one')).toEqual([])
    await consent.accept()
    const supported = await page.evaluate(() => ({
      fetchLater: 'fetchLater' in window,
      worklet:
        !!(window as { AudioContext?: { prototype: object } }).AudioContext &&
        'audioWorklet' in AudioContext.prototype,
      'declarative shadow root': 'setHTMLUnsafe' in Element.prototype,
    }))
    const expected = Object.keys(ways)
      .filter((name) => (supported as Record<string, boolean>)[name] ?? true)
      .sort()
    await expect.poll(() => asked('one'), { timeout: 10_000 }).toEqual(expected)
    const twice = site
      .requests({ host: 'stats.test' })
      .map(({ query }) => query.get('n'))
      .filter((name, index, all) => all.indexOf(name) !== index)
    expect(twice).toEqual([])
  },
)

guarded('nothing is asked in other ways after a refusal', async ({ page, site, consent, open }) => {
  await open(page_(run('one')))
  await consent.reject()
  await page.evaluate(run('two'))
  await page.waitForTimeout(500)
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
})

guarded(
  'scripts that the browser would not run do not run after consent either',
  async ({ page, site, consent, open }) => {
    const src = (run: string) => JSON.stringify(site.tag(run))
    await open(`<script>
      const from = new DOMParser().parseFromString('<script src=' + ${src('parsed')} + '><' + '/script><p id="parsed">text</p>', 'text/html')
      document.body.append(...from.head.children, ...from.body.childNodes)
      const template = document.createElement('template')
      template.innerHTML = '<script src=' + ${src('template')} + '><' + '/script>'
      document.body.append(template.content.cloneNode(true))
    </script>
    <script id="inline">(window.ran ||= []).push('inline'); window.later = () => import(${src('later')})</script>
    <script>document.body.append(inline)</script>`)
    await expect(page.locator('#parsed')).toBeVisible()
    const before = await site.ran(page)
    await consent.accept()
    await page.waitForTimeout(600)
    expect(before).toEqual([])
    expect(await site.ran(page)).toEqual(['inline'])
    expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
  },
)

guarded(
  'inline scripts of the page that import from a held host wait, and others run',
  async ({ page, site, consent, open }) => {
    const module = site.url('/module.js', { host: 'stats.test', query: { run: 'module' } })
    await open(`<script type="module">import '${module}'; (window.ran ||= []).push('importer')</script>
      <script type="module">(window.ran ||= []).push('own')</script>`)
    await expect.poll(() => site.ran(page)).toEqual(['own'])
    await page.waitForTimeout(200)
    expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
    await consent.accept()
    await expect.poll(() => site.ran(page)).toEqual(['own', 'module', 'importer'])
  },
)

for (const [size, space] of [
  ['in one piece', ''],
  ['in pieces, as the network cuts them', ' '.repeat(400_000)],
] as const) {
  guarded(`speculation rules of a held host wait, ${size}`, async ({ page, site, consent, open }) => {
    const url = site.url('/frame.html', { host: 'stats.test' })
    const rules = JSON.stringify({ prefetch: [{ urls: [url], eagerness: 'immediate' }] })
    await open(`<script type="speculationrules" id="rules">${space}${rules}</script><p>text</p>`)
    await expect(page.locator('#rules')).toHaveAttribute('type', 'text/plain')
    await page.waitForTimeout(300)
    expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
    await consent.accept()
    await expect(page.locator('#rules')).toHaveAttribute('type', 'speculationrules')
  })
}

guarded('a link does not ping a held host', async ({ page, site, consent, open }) => {
  await open(`<a id="link" href="#next">Next</a>
    <a id="written" href="#next" ping="${site.url('/collect', { host: 'stats.test' })}">Next</a>
    <script>link.setAttribute('ping', address + '/collect')</script>`)
  await expect(page.locator('#written')).not.toHaveAttribute('ping')
  await expect(page.locator('#link')).not.toHaveAttribute('ping')
  for (const id of ['link', 'written']) {
    await page.locator(`#${id}`).dispatchEvent('click')
  }
  await page.waitForTimeout(300)
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
  await consent.accept()
  for (const id of ['link', 'written'])
    await expect(page.locator(`#${id}`)).toHaveAttribute('ping', /collect/)
})

guarded('a script in a declarative shadow root of the page waits', async ({ page, site, consent, open }) => {
  await open(
    `<div><template shadowrootmode="open"><script src="${site.tag('A')}"></script><p>text</p></template></div><script>(window.ran ||= []).push('own')</script>`,
  )
  await page.waitForTimeout(300)
  expect(await site.ran(page)).toEqual(['own'])
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['own', 'A'])
})

guarded('a forged event opens nothing', async ({ page, site, open }) => {
  await open(`<script>
    fetch(address + '/collect').catch(() => {})
    for (const type of ['ready', 'change'])
      document.dispatchEvent(new CustomEvent('askfirst:' + type, { detail: { granted: ['statistics'], status: 'decided' } }))
    fetch(address + '/collect').catch(() => {})
  </script>`)
  await page.waitForTimeout(300)
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
})

guarded(
  'a forged event opens nothing before the consent object is there',
  async ({ page, site, consent }) => {
    const guard = site.url('/askfirst@1/dist/cdn/plugins/auto-block.js', { host: 'cdn.test' })
    const address = site.url('/collect', { host: 'stats.test' })
    await page.goto(
      site.page(`<title>Shop</title><script src="${guard}" data-rules="stats.test=statistics"></script>
    <script>
      for (const type of ['ready', 'change'])
        document.dispatchEvent(new CustomEvent('askfirst:' + type, { detail: { granted: ['statistics'], status: 'decided' } }))
      fetch('${address}').catch(() => {})
    </script>${site.cdn()}<body>`),
    )
    await consent.banner.waitFor()
    await page.waitForTimeout(200)
    expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
    await consent.accept()
    await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(1)
  },
)

guarded(
  'a removal of everything, or by cookieStore, takes back the writes that wait',
  async ({ page, consent, open }) => {
    await open(`<script>
      localStorage.setItem('visits', '1')
      localStorage.clear()
      document.cookie = '_ga=1'
      document.cookie = '_ga_2=1'
      window.cookieStore?.delete('_ga')
      window.cookieStore?.delete({ name: '_ga_2' })
    </script>`)
    await consent.accept()
    await page.waitForTimeout(200)
    expect(await page.evaluate('localStorage.length')).toBe(0)
    if (await page.evaluate('"cookieStore" in window'))
      expect(await page.evaluate('document.cookie')).not.toContain('_ga')
  },
)

guarded('a subclass of Audio stays what it is', async ({ page, open }) => {
  await open(`<script>
    class Player extends Audio { get isPlayer() { return true } }
    const it = new Player(address + '/pixel.gif')
    window.seen = [it instanceof Player, it instanceof Audio, it.isPlayer, it.hasAttribute('src'), new Audio('/own.gif').getAttribute('src')]
  </script>`)
  expect(await page.evaluate('seen')).toEqual([true, true, true, false, '/own.gif'])
})

guarded(
  'a rule for everything leaves blank frames and data alone, and ends',
  async ({ page, site, consent }) => {
    const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { autoBlock } from 'askfirst/plugins/auto-block'
    window.consent = createConsent({ view: () => import('askfirst/view'), plugins: [autoBlock({ rules: [{ match: () => true, category: 'marketing' }] })] })
    window.consent.start()
    const frame = document.createElement('iframe')
    frame.src = 'about:blank'
    document.body.append(frame)
    const picture = new Image()
    picture.onload = () => { window.ran = ['picture'] }
    picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='
    const held = document.createElement('iframe')
    held.src = '${site.url('/frame.html', { host: 'video.test' })}'
    document.body.append(held)
    window.blob = fetch(URL.createObjectURL(new Blob(['text']))).then((answer) => answer.text())`)
    await page.goto(site.page(`${script}<body>`))
    await expect.poll(() => site.ran(page)).toEqual(['picture'])
    expect(await page.evaluate('blob')).toBe('text')
    expect(await page.evaluate(`frames[0].document.URL`)).toBe('about:blank')
    expect(site.requests({ host: 'video.test' })).toHaveLength(0)
    await page.evaluate('window.consent.acceptAll()')
    await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
    void consent
  },
)
