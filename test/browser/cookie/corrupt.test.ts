import { expect, test } from '../harness/index.js'

const npm = `
  import { createConsent } from 'askfirst'
  function visit(categories, act) {
    const consent = createConsent({ categories })
    const result = act(consent)
    consent.destroy()
    document.cookie = 'askfirst=;max-age=0;path=/'
    return result
  }
  window.read = (categories, value) => {
    document.cookie = 'askfirst=' + value + ';path=/'
    const names = [...Object.keys(categories), 'marketing.youtube', 'statistics.matomo']
    return visit(categories, ({ status, isGranted }) => ({ status, granted: names.filter(isGranted) }))
  }
  window.write = (categories, choices) => visit(categories, (consent) => {
    consent.save(choices)
    return document.cookie.replace('askfirst=', '')
  })`

interface Answer {
  readonly status: string
  readonly granted: readonly string[]
}

type Read = (categories: object, value: string) => Answer
type Write = (categories: object, choices: Readonly<Record<string, boolean>>) => string

const categories = {
  necessary: { required: true },
  ad: {},
  ads: {},
  statistics: { services: { matomo: {} } },
  marketing: { services: { youtube: {} } },
}

const valid = '1:2024-10-01:t5k2zq:Vq3fJ8kLmN0pQw1x:banner:ads~statistics~marketing'
const now = Math.floor(Date.now() / 1000).toString(36)
const current = (choices: string) => `1::${now}:Vq3fJ8kLmN0pQw1x:banner:${choices}`

const broken: { readonly [what: string]: string } = {
  'no value': '',
  spaces: '   ',
  'a flag': 'true',
  'another one': '1',
  JSON: '{"statistics":true,"marketing":true}',
  'encoded twice': encodeURIComponent(encodeURIComponent(current('statistics~marketing'))),
  'encoded once': encodeURIComponent(current('statistics~marketing')),
  quoted: `"${current('statistics~marketing')}"`,
  'quoted with backslashes': `\\"${current('statistics~marketing')}\\"`,
  'a future version': current('statistics~marketing').replace('1:', '2:'),
  'a future version of two digits': current('statistics~marketing').replace('1:', '10:'),
  'no version': current('statistics~marketing').replace('1:', ''),
  'a missing part': `1::${now}:banner:statistics~marketing`,
  'one part too many': `${current('statistics~marketing')}:more`,
  'a name both ways': current('statistics~-statistics'),
  'a name twice': current('statistics~statistics~marketing'),
  'a dash twice': current('--statistics~marketing'),
  'letters of another alphabet': current('stаtistics~marketing'),
  'an emoji': `${current('statistics~marketing')}😀`,
  percent: `${current('statistics~marketing')}%`,
  'a broken escape': `%E0%A4%A${current('statistics~marketing')}`,
  commas: current('statistics,marketing'),
  'a negative time': `1::-${now}:Vq3fJ8kLmN0pQw1x:banner:statistics~marketing`,
  'time zero': '1::0:Vq3fJ8kLmN0pQw1x:banner:statistics~marketing',
  'a year ago': `1::${Math.floor(Date.now() / 1000 - 365 * 86_400).toString(36)}:Vq3fJ8kLmN0pQw1x:banner:statistics~marketing`,
  prototypes: current('__proto__~constructor~toString'),
  'another system': 'stamp:%27x%27%2Cstatistics:true%2Cmarketing:true',
  'very long': current(`${'a'.repeat(3000)}!`),
}

test('what cannot be read is no choice, and never an exception', async ({ page, site }) => {
  const violations = await site.violations(page)
  await page.goto(site.page(await site.bundle(npm)))
  await page.waitForFunction(() => 'read' in window)
  const answers = await page.evaluate(
    ([options, values]) => {
      const { read } = window as unknown as { read: Read }
      return Object.entries(values).map(([what, value]) => [what, read(options, value)])
    },
    [categories, broken] as const,
  )

  const nothing = { status: 'undecided', granted: ['necessary'] }
  expect(answers).toEqual(Object.keys(broken).map((what) => [what, nothing]))
  expect(violations).toEqual([])
})

test('a value cut off anywhere never grants what was refused', async ({ page, site }) => {
  await page.goto(site.page(await site.bundle(npm)))
  await page.waitForFunction(() => 'read' in window)
  const wrong = await page.evaluate((options) => {
    const { read, write } = window as unknown as { read: Read; write: Write }
    const names = ['ad', 'ads', 'statistics', 'statistics.matomo', 'marketing', 'marketing.youtube']
    const found: string[] = []
    for (let bits = 0; bits < 2 ** names.length; bits += 1) {
      const choices = Object.fromEntries(names.map((name, index) => [name, Boolean(bits & (1 << index))]))
      const value = write(options, choices)
      for (let length = 0; length <= value.length; length += 1) {
        const { granted } = read(options, value.slice(0, length))
        const outrages = granted.filter((name) => choices[name] === false)
        if (outrages.length)
          found.push(`${value.slice(0, length)} [${value.slice(length)}] grants ${outrages}`)
      }
    }
    return found.slice(0, 5)
  }, categories)
  expect(wrong).toEqual([])
})

test('an unreadable cookie is replaced by the next choice', async ({ page, site, consent, context }) => {
  const url = site.page(`${site.cdn()}
    <script type="text/plain" data-category="statistics">(window.ran ||= []).push('A')</script>`)
  await context.addCookies([{ name: 'askfirst', value: `"${valid}"`, url }])
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  expect(await site.ran(page)).toEqual([])
  await consent.reject()
  await expect.poll(async () => (await consent.recordCookie())?.choices).toMatchObject({ statistics: false })
  await page.goto(url)
  await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
  await expect(consent.banner).toHaveCount(0)
})
