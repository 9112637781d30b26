import { expect } from '../harness/index.js'
import { note, test } from '../harness/shop.js'
import { guarded } from './guarded.js'

/** Everything a page can ask with, each with an address of its own on one host. */
const kinds: { readonly [kind: string]: string } = {
  script: `const it = document.createElement('script'); it.src = url('/tag.js'); it.type = 'text/javascript'; document.head.append(it)`,
  'script by attribute': `const it = document.createElement('script'); it.setAttribute('src', url('/tag.js')); document.head.append(it)`,
  image: `new Image().src = url('/pixel.gif')`,
  'image in markup': `document.getElementById('box').insertAdjacentHTML('beforeend', '<p><img src="' + url('/pixel.gif') + '"></p>')`,
  frame: `const it = document.createElement('iframe'); it.src = url('/frame.html'); document.body.append(it)`,
  'frame in markup': `const it = document.createElement('div'); document.body.append(it); it.innerHTML = '<iframe src="' + url('/frame.html') + '"></iframe>'`,
  'style sheet': `const it = document.createElement('link'); it.rel = 'stylesheet'; it.href = url('/style.css'); document.head.append(it)`,
  fetch: `fetch(url('/collect')).catch(() => {})`,
  XMLHttpRequest: `const it = new XMLHttpRequest(); it.open('GET', url('/collect')); it.send()`,
  sendBeacon: `navigator.sendBeacon(url('/collect'), 'text')`,
  EventSource: `window.source = new EventSource(url('/collect'))`,
  WebSocket: `window.socket = new WebSocket(url('/collect').replace('http', 'ws'))`,
}

const askAll = (round: string) =>
  Object.entries(kinds)
    .map(
      ([kind, code]) =>
        `{ const url = (path) => address + path + '?n=' + encodeURIComponent('${kind} ${round}'); ${code} }`,
    )
    .join('\n')

guarded(
  'nothing is asked before consent, everything once after it, and nothing again after a withdrawal',
  async ({ page, site, shop, consent, open }) => {
    const asked = () => site.requests({ host: 'stats.test' }).map(({ query }) => query.get('n'))
    const count = (round: string) =>
      Object.fromEntries(
        Object.keys(kinds).map((kind) => [kind, asked().filter((it) => it === `${kind} ${round}`).length]),
      )
    const each = (times: number) => Object.fromEntries(Object.keys(kinds).map((kind) => [kind, times]))

    await open(`<script>${askAll('one')}</script>`)
    await page.waitForTimeout(500)
    expect(count('one')).toEqual(each(0))
    await consent.accept()
    await expect.poll(() => count('one')).toEqual(each(1))
    await page.evaluate(() => {
      const { source, socket } = window as unknown as { source: EventSource; socket: WebSocket }
      source.close()
      socket.close()
    })

    await shop.save({ statistics: false })
    await page.evaluate(askAll('two'))
    await page.waitForTimeout(500)
    expect(count('two')).toEqual(each(0))
    expect(count('one')).toEqual(each(1))
  },
)

guarded('after a refusal nothing is asked', async ({ page, site, consent, open }) => {
  await open(`<script>${askAll('one')}</script>`)
  await consent.reject()
  await page.evaluate(askAll('two'))
  await page.waitForTimeout(500)
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
})

guarded(
  'what was held goes out in the order in which it was asked',
  async ({ page, site, consent, open }) => {
    const order = ['sendBeacon', 'fetch', 'XMLHttpRequest', 'image']
    const code = order.map(
      (kind, index) => `{ const url = (path) => address + path + '?n=${index}'; ${kinds[kind]} }`,
    )
    await open(`<script>${code.join('\n')}</script>`)
    await consent.accept()
    const starts = () =>
      page.evaluate(() =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
          .filter(({ name }) => name.includes('?n='))
          .map(({ name, startTime }) => ({ n: Number(name.split('n=')[1]), startTime }))
          .sort((a, b) => a.startTime - b.startTime || a.n - b.n)
          .map(({ n }) => n),
      )
    await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(4)
    await expect.poll(async () => (await starts()).length).toBe(4)
    expect(await starts()).toEqual([0, 1, 2, 3])
  },
)

guarded(
  'scripts that code has made run in the order they were put in, once',
  async ({ page, site, consent, open }) => {
    const put = (run: string, delay: number) =>
      `{ const it = document.createElement('script'); it.src = ${JSON.stringify(site.tag(run, { delay }))}; document.head.append(it) }`
    await open(`<script>${put('A', 400)}${put('B', 0)}</script>`)
    await consent.accept()
    await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
    await page.waitForTimeout(300)
    expect(await site.ran(page)).toEqual(['A', 'B'])
  },
)

guarded(
  "a tag in the page's own markup does not run before consent, whatever was fetched ahead",
  async ({ page, site, consent, open }) => {
    await open(`<script src="${site.tag('A')}"></script><script>${note('own')}</script>`)
    await page.waitForTimeout(300)
    expect(await site.ran(page)).toEqual(['own'])
    await consent.accept()
    await expect.poll(() => site.ran(page)).toEqual(['own', 'A'])
  },
)

guarded(
  'returning visitors are not held up, and hosts that no rule names never are',
  async ({ site, open }) => {
    const free = site.url('/collect', { host: 'api.test' })
    await open(`<script>${askAll('one')}; fetch(${JSON.stringify(free)})</script>`, { statistics: true })
    await expect.poll(() => site.requests({ host: 'api.test' }).length).toBe(1)
    await expect
      .poll(() => new Set(site.requests({ host: 'stats.test' }).map(({ query }) => query.get('n'))).size)
      .toBe(Object.keys(kinds).length)
  },
)

guarded(
  'what the page holds meanwhile behaves as if the network were slow',
  async ({ page, site, consent, open }) => {
    site.file('/work.js', `onmessage = ({ data }) => postMessage(data + ' done')`)
    await open('')
    await page.evaluate(() => {
      const { address } = window as unknown as { address: string }
      const seen: string[] = []
      Object.assign(window, { seen })
      const say = (text: string) => seen.push(text)
      void fetch(`${address}/collect?n=1`).then(({ status }) => say(`fetch ${status}`))
      const abort = new AbortController()
      fetch(`${address}/collect?n=2`, { signal: abort.signal }).catch(({ name }: Error) => say(name))
      abort.abort()
      const request = new XMLHttpRequest()
      request.open('GET', `${address}/collect?n=3`)
      request.onload = () => say(`xhr ${request.status}`)
      request.send()
      const socket = new WebSocket(`${address.replace('http', 'ws')}/collect`)
      say(`${socket instanceof WebSocket} ${socket.readyState} ${WebSocket.OPEN}`)
      socket.close()
      const worker = new Worker('/work.js')
      worker.onmessage = ({ data }) => say(data)
      worker.postMessage('one')
      say(String(navigator.sendBeacon(`${address}/collect?n=4`)))
    })
    const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    await expect.poll(seen).toEqual(['true 0 1', 'true', 'AbortError'])
    await consent.accept()
    await expect
      .poll(async () => (await seen()).slice(3).sort())
      .toEqual(['fetch 200', 'one done', 'xhr 200'])
    expect(site.requests({ path: '/collect' }).map(({ query }) => query.get('n'))).not.toContain('2')
  },
)

guarded('a refused request fails as a blocked one would', async ({ page, consent, open }) => {
  await open('')
  await consent.reject()
  const answers = await page.evaluate(async () => {
    const { address } = window as unknown as { address: string }
    const failure = await fetch(`${address}/collect`).catch((error: Error) => error.name)
    const request = new XMLHttpRequest()
    request.open('GET', `${address}/collect`)
    const event = new Promise((resolve) => {
      request.onerror = () => resolve('error')
    })
    request.send()
    return [failure, await event]
  })
  expect(answers).toEqual(['TypeError', 'error'])
})

guarded(
  'declared cookies and storage are written on consent, in order, and others at once',
  async ({ page, consent, open }) => {
    const write = `document.cookie = '_ga_X=1'; document.cookie = '_ga_X=2'; document.cookie = 'session=s'
    localStorage.setItem('visits', '1'); localStorage.setItem('other', '1')`
    await open(`<script>${write}</script>`)
    const stored = () =>
      page.evaluate(() => [document.cookie.replace(/askfirst=[^;]*(; )?/, ''), { ...localStorage }])
    expect(await stored()).toEqual(['session=s', { other: '1' }])
    await consent.accept()
    await expect
      .poll(async () =>
        String((await stored())[0])
          .split('; ')
          .sort(),
      )
      .toEqual(['_ga_X=2', 'session=s'])
    expect((await stored())[1]).toEqual({ other: '1', visits: '1' })
  },
)

guarded('a refusal drops what was to be stored', async ({ page, consent, open }) => {
  await open(`<script>document.cookie = '_ga=1'; localStorage.setItem('visits', '1')</script>`)
  await consent.reject()
  await page.waitForTimeout(200)
  expect(await page.evaluate(() => [document.cookie.includes('_ga'), localStorage.length])).toEqual([
    false,
    0,
  ])
})

guarded(
  'nothing of ours is reported under a nonce policy and Trusted Types',
  async ({ page, site, consent, open }) => {
    const violations = await site.violations(page)
    const csp = `script-src 'nonce-n' 'strict-dynamic'; style-src 'self'; require-trusted-types-for 'script'; trusted-types shop`
    await open(
      `<script nonce="n">
      const policy = trustedTypes.createPolicy('shop', { createScriptURL: (url) => url, createHTML: (html) => html })
      const it = document.createElement('script')
      // The gate releases no script without the nonce of the page.
      it.nonce = 'n'
      it.src = policy.createScriptURL(${JSON.stringify(site.tag('A'))})
      document.head.append(it)
      document.getElementById('box').innerHTML = policy.createHTML('<img src="' + address + '/pixel.gif">')
      fetch(address + '/collect')
    </script>`,
      undefined,
      csp,
    )
    await page.waitForTimeout(300)
    expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
    await consent.accept()
    await expect.poll(() => site.ran(page)).toEqual(['A'])
    await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(3)
    expect(violations).toEqual([])
  },
)

test('from npm the plugin guards from its call on, and destroy puts everything back', async ({
  page,
  site,
}) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { autoBlock } from 'askfirst/plugins/auto-block'
    window.consent = createConsent({ plugins: [autoBlock({ rules: [{ match: 'stats.test', category: 'statistics' }] })] })
    fetch(${JSON.stringify(site.url('/collect', { host: 'stats.test' }))})
    window.consent.start()`)
  const list = `[fetch, WebSocket, Worker, XMLHttpRequest.prototype.send, Element.prototype.setAttribute, Navigator.prototype.sendBeacon,
    ...[[HTMLImageElement, 'src'], [HTMLScriptElement, 'type'], [Element, 'innerHTML'], [Document, 'cookie']]
      .map(([owner, name]) => Object.getOwnPropertyDescriptor(owner.prototype, name).set)]`
  await page.goto(site.page(`<script>window.natives = ${list}</script>${script}`))
  await page.waitForFunction('window.consent')
  await page.waitForTimeout(200)
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
  const unchanged = `${list}.filter((it, index) => it === natives[index]).length`
  expect(await page.evaluate(unchanged)).toBe(0)
  await page.evaluate('window.consent.save({ statistics: true })')
  await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(1)
  await page.evaluate('window.consent.destroy()')
  expect(await page.evaluate(unchanged)).toBe(10)
})
