import { held, note } from '../harness/held.js'
import { expect, test } from '../harness/index.js'

const aliases = [
  'vanilla-cookieconsent',
  'klaro',
  'orejime',
  'tarteaucitron',
  'onetrust',
  'osano',
  'usercentrics',
  'complianz',
  'cookieyes',
  'cookiebot',
]

const source = (options = '{}') => `
  import { createConsent } from 'askfirst'
  import { markup } from 'askfirst/plugins/markup'
  window.consent = createConsent({
    categories: {
      necessary: { required: true },
      preferences: {},
      statistics: { services: { ga: {} } },
      marketing: { services: { youtube: {} } },
    },
    reload: 'never',
    plugins: [markup({ aliases: ${JSON.stringify(aliases)}, map: { matomo: 'statistics', 'Meta Pixel': 'marketing' }, ...${options} })],
  })
  window.consent.start()`

/** Tags of every system that run a script, as their documentation writes them. */
const tags: readonly (readonly [attributes: string, run: string])[] = [
  ['type="text/plain" data-category="analytics" data-service="ga"', 'vcc 3'],
  ['type="text/plain" data-cookiecategory="analytics"', 'vcc 2'],
  ['type="text/plain" data-type="application/javascript" data-name="matomo"', 'klaro'],
  ['type="opt-in" data-type="application/javascript" data-name="ga"', 'orejime 2'],
  ['type="text/plain" class="optanon-category-C0002"', 'onetrust'],
  ['type="text/plain" data-osano="ANALYTICS"', 'osano'],
  ['type="text/plain" data-usercentrics="ga"', 'usercentrics'],
  ['type="text/plain" data-service="google-analytics" data-category="statistics"', 'complianz'],
  ['type="text/plain" data-cookieyes="cookieyes-analytics"', 'cookieyes'],
  ['type="javascript/blocked" data-cookieyes="cookieyes-performance"', 'cookieyes 2'],
  ['type="text/plain" data-cli-category="analytics" data-cli-class="cli-blocker-script"', 'cookielawinfo'],
  ['type="text/plain" data-cookieconsent="statistics"', 'cookiebot'],
]
const script = ([attributes, run]: readonly [string, string]) => `<script ${attributes}>${note(run)}</script>`

test('scripts of all systems run in one document order with ours', async ({ page, site }) => {
  const slow = site.tag('slow', { delay: 200 })
  const html = `${await site.bundle(source())}<body>
    <script type="text/plain" data-cookieconsent="statistics" src="${slow}"></script>
    ${tags.map((one) => script(one) + held('', note('ours'))).join('\n')}
    <template data-purpose="analytics"><script>${note('orejime 3')}</script></template>
    <script type="text/plain" data-cookieconsent="statistics,marketing">${note('no')}</script>
    <script type="text/plain" class="optanon-category-C0002-C0004">${note('no')}</script>
    <script type="text/plain" data-category="unheard-of">${note('no')}</script>`
  await page.goto(site.page(html))
  await page.waitForFunction(() => window.consent)
  expect(await site.ran(page)).toEqual([])

  await page.evaluate(() => void window.consent.save({ statistics: true, marketing: false }))

  const expected = ['slow', ...tags.flatMap(([, run]) => [run, 'ours']), 'orejime 3']
  await expect.poll(() => site.ran(page)).toEqual(expected)
})

test('what needs a refusal runs after it', async ({ page, site }) => {
  await page.goto(
    site.page(`${await site.bundle(source())}<body>
      <script type="text/plain" data-category="!analytics">${note('refused')}</script>
      <script type="text/plain" data-category="analytics" data-service="!ga">${note('refused ga')}</script>`),
  )
  await page.waitForFunction(() => window.consent)
  expect(await site.ran(page)).toEqual([])
  await page.evaluate(() => void window.consent.rejectAll())
  await expect.poll(() => site.ran(page)).toEqual(['refused', 'refused ga'])
})

test('media of all systems ask for nothing before consent, and are blocked again after withdrawal', async ({
  page,
  site,
}) => {
  const film = (run: string) => site.url('/frame.html', { host: 'video.test', query: { run } })
  const media = `
    <iframe data-name="Meta Pixel" data-src="${film('klaro')}"></iframe>
    <iframe class="optanon-category-C0004 wide" data-src="${film('onetrust')}"></iframe>
    <iframe data-osano="MARKETING" data-src="${film('osano')}"></iframe>
    <iframe data-usercentrics="youtube" uc-src="${film('usercentrics')}"></iframe>
    <iframe uc-src="${film('usercentrics without a name')}"></iframe>
    <iframe data-category="marketing" data-service="vimeo" class="cmplz-iframe" data-cmplz-target="src" src="about:blank" data-src-cmplz="${film('complianz')}"></iframe>
    <iframe data-cookieyes="cookieyes-advertisement" data-src="${film('cookieyes')}"></iframe>
    <iframe data-cookieconsent="marketing" data-cookieblock-src="${film('cookiebot')}" data-src="${film('no')}"></iframe>
    <div class="youtube_player" data-videoID="dQw4w9WgXcQ" data-width="560" data-height="315"></div>
    <div class="tac_iframe" data-url="${film('tarteaucitron')}" width="300" height="200"></div>`
  await page.goto(site.page(`${await site.bundle(source())}<body>${media}`))
  await page.waitForFunction(() => window.consent)
  const frames = page.locator('iframe')
  await expect(frames).toHaveCount(10)
  expect(site.requests({ host: 'video.test' })).toHaveLength(0)

  await page.evaluate(() => void window.consent.save({ marketing: true }))
  await expect
    .poll(() => site.requests({ host: 'video.test' }).map(({ query }) => query.get('run')))
    .toHaveLength(9)
  expect(site.requests({ host: 'video.test' }).some(({ query }) => query.get('run') === 'no')).toBe(false)
  await expect(frames.nth(8)).toHaveAttribute('src', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ')
  await expect(frames.nth(8)).toHaveAttribute('width', '560')

  await page.evaluate(() => void window.consent.rejectAll())
  for (const frame of await frames.all()) await expect(frame).not.toHaveAttribute('src')
})

test('tags that come later are held and released too', async ({ page, site }) => {
  await page.goto(site.page(`${await site.bundle(source())}<body><div id="slot"></div>`))
  await page.waitForFunction(() => window.consent)
  await page.evaluate(() => void window.consent.save({ statistics: true, marketing: false }))
  await page.evaluate(() => {
    const add = (attributes: Record<string, string>, text: string) => {
      const script = document.createElement('script')
      for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
      script.text = `(window.ran ||= []).push('${text}')`
      document.querySelector('#slot')?.append(script)
    }
    add({ type: 'text/plain', 'data-name': 'matomo' }, 'late')
    add({ type: 'text/plain', 'data-cookieconsent': 'marketing' }, 'no')
  })
  await expect.poll(() => site.ran(page)).toEqual(['late'])
})

test('elements that other words tag are left alone', async ({ page, site }) => {
  const pixel = site.url('/pixel.gif', { host: 'shop-images.test' })
  await page.goto(
    site.page(`${await site.bundle(source())}<body>
      <img data-category="shoes" src="${pixel}" alt="">
      <div class="tac_iframe" data-url="javascript:alert(1)"></div>
      <div class="youtube_player" videoID="../../evil"></div>
      <script data-name="matomo">${note('own')}</script>
      <script type="text/plain" data-cookieconsent="ignore">${note('no')}</script>`),
  )
  await page.waitForFunction(() => window.consent)
  await page.evaluate(() => void window.consent.acceptAll())
  expect(site.requests({ host: 'shop-images.test' })).toHaveLength(1)
  await expect(page.locator('iframe')).toHaveCount(0)
  expect(await site.ran(page)).toEqual(['own'])
})
