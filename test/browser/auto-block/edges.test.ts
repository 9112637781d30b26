import { expect } from '../harness/index.js'
import { note, test } from '../harness/shop.js'
import { guarded } from './guarded.js'

guarded(
  '"show once" loads a frame that the guard holds, once, and nothing else of it',
  async ({ page, site, consent, open }) => {
    const frame = site.url('/frame.html', { host: 'video.test' })
    await open(
      `<script>const it = document.createElement('iframe'); it.width = 560; it.height = 315; it.src = ${JSON.stringify(frame)}; document.body.append(it)</script>`,
    )
    const placeholder = page.frameLocator('iframe').locator('[data-surface=placeholder][data-ready]')
    await placeholder.getByRole('button', { name: 'Show once' }).click({ noWaitAfter: true })
    await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
    await expect(page.locator('iframe')).toHaveAttribute('src', frame)
    expect(await consent.recordCookie()).toBeUndefined()
    await page.waitForTimeout(300)
    expect(site.requests({ host: 'video.test' })).toHaveLength(1)
  },
)

guarded(
  'what came after consent is blanked by a withdrawal too, and counts as code that has run',
  async ({ page, site, shop, consent, open }) => {
    const frame = site.url('/frame.html', { host: 'video.test' })
    await open('')
    await consent.accept()
    await page.evaluate(
      ([frame, script]) => {
        const it = document.createElement('iframe')
        it.src = `${frame}`
        document.body.append(it)
        const tag = document.createElement('script')
        tag.src = `${script}`
        document.head.append(tag)
        document.addEventListener('askfirst:change', () =>
          document.documentElement.setAttribute('data-changed', ''),
        )
      },
      [frame, site.tag('A')],
    )
    await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
    await expect.poll(() => site.ran(page)).toEqual(['A'])
    await shop.save({ marketing: false })
    await expect(page.locator('html')).toHaveAttribute('data-changed')
    await expect(page.locator('iframe')).not.toHaveAttribute('src')
  },
)

guarded(
  'markup that is written, replaced or parsed by code is held as well',
  async ({ page, site, consent, open }) => {
    await open(`<p id="old">old</p>
    <script>document.write('<script src="' + address + '/tag.js?run=written"><' + '/script><p id="own">own</p>')</script>
    <script>
      old.outerHTML = '<p><img src="' + address + '/pixel.gif?n=outer"></p>'
      const range = document.createRange()
      document.body.append(range.createContextualFragment('<script src="' + address + '/tag.js?run=fragment"><' + '/script>'))
      const ns = document.createElement('img')
      ns.setAttributeNS(null, 'src', address + '/pixel.gif?n=ns')
      new Audio(address + '/pixel.gif?n=audio')
    </script>`)
    await expect(page.locator('#own')).toBeVisible()
    await page.waitForTimeout(400)
    expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
    await consent.accept()
    await expect.poll(() => site.ran(page)).toEqual(['written', 'fragment'])
    await expect
      .poll(() =>
        site
          .requests({ path: '/pixel.gif' })
          .map(({ query }) => query.get('n'))
          .sort(),
      )
      .toEqual(expect.arrayContaining(['ns', 'outer']))
  },
)

guarded(
  'scripts in innerHTML run neither before consent nor after it, as without a guard',
  async ({ page, site, consent, open }) => {
    await open(
      `<script>box.innerHTML = '<img src="' + address + '/pixel.gif"><script src="' + address + '/tag.js?run=A"><' + '/script>'</script>`,
    )
    await consent.accept()
    await expect.poll(() => site.requests({ path: '/pixel.gif' }).length).toBe(1)
    await page.waitForTimeout(300)
    expect(await site.ran(page)).toEqual([])
  },
)

guarded(
  'code that is set as text stays what it is, and an element that is used again forgets the tracker',
  async ({ page, site, consent, open }) => {
    const own = site.file('/own.gif', 'GIF89a', { type: 'image/gif' })
    await open(`<img id="again" alt=""><script>
    const code = "window.kept = '<img src=" + address + "/pixel.gif>'"
    const it = document.createElement('script')
    it.innerHTML = code
    document.head.append(it)
    window.same = it.text === code
    again.src = address + '/pixel.gif'
    again.src = ${JSON.stringify(own)}
  </script>`)
    expect(await page.evaluate('[same, kept.startsWith("<img")]')).toEqual([true, true])
    await consent.accept()
    await page.waitForTimeout(400)
    await expect(page.locator('#again')).toHaveAttribute('src', own)
    expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
  },
)

guarded(
  'what asks again while it is told of a refusal or an answer is told once',
  async ({ page, site, consent, open }) => {
    await open(`<script>
    window.told = []
    for (const n of [1, 2]) {
      const it = new XMLHttpRequest()
      it.open('GET', address + '/collect?n=' + n)
      it.onload = () => { told.push(n); if (n === 1) fetch(address + '/collect?n=3').then(() => told.push(3)) }
      it.send()
    }
  </script>`)
    await consent.accept()
    await expect.poll(async () => ((await page.evaluate('told')) as number[]).sort()).toEqual([1, 2, 3])
    expect(site.requests({ path: '/collect' })).toHaveLength(3)
  },
)

guarded('a removal by any date goes through and takes back what waits', async ({ page, consent, open }) => {
  await open(`<script>
    document.cookie = '_ga=1'
    document.cookie = '_ga=; expires=' + new Date(Date.now() - 864e5).toUTCString()
    document.cookie = '_ga_2=1; max-age=99; expires=Thu, 01 Jan 1970 00:00:00 GMT'
    localStorage.setItem('visits', '1')
    localStorage.removeItem('visits')
  </script>`)
  expect(await page.evaluate('document.cookie')).toBe('')
  await consent.accept()
  await expect.poll(() => page.evaluate('document.cookie')).toContain('_ga_2=1')
  expect(await page.evaluate('document.cookie')).not.toContain('_ga=')
  expect(await page.evaluate('localStorage.length')).toBe(0)
})

test('a pattern for everything holds neither our own record nor what is necessary', async ({
  page,
  site,
}) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { autoBlock } from 'askfirst/plugins/auto-block'
    window.consent = createConsent({
      categories: { necessary: { required: true, cookies: [{ name: 'session*' }] }, statistics: { cookies: [{ name: '*' }] } },
      plugins: [autoBlock({ rules: [] })],
    })
    window.consent.start()
    document.cookie = 'session1=s'
    document.cookie = 'other=o'
    window.consent.rejectAll()`)
  await page.goto(site.page(script))
  await expect.poll(() => page.evaluate('document.cookie')).toContain('askfirst=1:')
  expect(await page.evaluate('document.cookie')).toContain('session1=s')
  expect(await page.evaluate('document.cookie')).not.toContain('other=')
})

test('a guard of a second consent object follows the first; destroy and start guard again', async ({
  page,
  site,
}) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { autoBlock } from 'askfirst/plugins/auto-block'
    const guard = () => autoBlock({ rules: [{ match: 'stats.test', category: 'statistics' }] })
    window.consent = createConsent({ reload: 'never', plugins: [guard()] })
    window.consent.start()
    createConsent({ plugins: [guard()] })
    window.ask = (n) => fetch(${JSON.stringify(site.url('/collect', { host: 'stats.test' }))} + '?n=' + n)
    window.ask(1)`)
  await page.goto(site.page(script))
  await page.waitForFunction('window.ask')
  const seen = () => site.requests({ host: 'stats.test' }).map(({ query }) => query.get('n'))
  await page.waitForTimeout(200)
  expect(seen()).toEqual([])
  await page.evaluate('window.consent.save({ statistics: true })')
  await expect.poll(seen).toEqual(['1'])
  await page.evaluate('window.consent.save({ statistics: false })')
  await page.evaluate('window.consent.destroy(); window.consent.start(); void window.ask(2).catch(() => {})')
  await page.waitForTimeout(300)
  expect(seen()).toEqual(['1'])
})

test('a rule that can never match is refused at once', async ({ page, site }) => {
  const script = await site.bundle(`
    import { autoBlock } from 'askfirst/plugins/auto-block'
    window.said = ['https://stats.example/', 'stats.example:8080', ''].map((match) => {
      try { autoBlock({ rules: [{ match, category: 'statistics' }] }) } catch ({ message }) { return message }
    })`)
  await page.goto(site.page(`${script}<script>${note('A')}</script>`))
  await page.waitForFunction('window.said')
  for (const message of (await page.evaluate('said')) as string[]) {
    expect(message).toMatch(/^\[askfirst\] autoBlock rules: .* cannot work\. Give it a category, and a match/)
  }
})
