import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

const paths = ['', '/caf%C3%A9', '/caf%C3%A9/', '/caf%C3%A9/a%20b', '/caf%C3%A9/a%20b/', '/']
const domains = ['', 'shop.test', 'www.shop.test', '.shop.test']
const names = ['my name', 'a[b]', 'x.y', 'p|q', 'ünï', '(r)', '%41', 'a+b', '$c^', '{d}']
const cookies = [{ name: '_ga*' }, ...names.map((name) => ({ name }))]

test('cookies of odd names, on encoded paths and those that end in a slash, go; the others stay', async ({
  page,
  shop,
  consent,
  context,
}) => {
  const config = { categories: { statistics: { cookies }, marketing: {} }, reload: 'never' } as const
  await page.goto(shop.url('', config, '/caf%C3%A9/a%20b/'))
  await consent.accept()
  await page.evaluate(
    ([paths, domains, names]) => {
      for (const path of paths)
        for (const domain of domains)
          for (const name of ['_ga', '_ga X', '_ga[1]*'])
            document.cookie = `${name}=1${path && `;path=${path}`}${domain && `;domain=${domain}`}`
      for (const name of names) document.cookie = `${name}=1`
      document.cookie = 'xzy=1'
    },
    [paths, domains, names] as const,
  )
  expect((await context.cookies()).length).toBeGreaterThan(20)
  await shop.save({ statistics: false })
  await expect
    .poll(async () => (await context.cookies()).map(({ name }) => name).sort())
    .toEqual(['askfirst', 'xzy'])
})

test('withdrawing what is required, unknown, or withdrawn already changes nothing and throws nothing', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const violations = await site.violations(page)
  const categories = {
    necessary: { required: true },
    statistics: { services: { ga: {}, mx: {} } },
    marketing: {},
  }
  await page.goto(shop.url('', { categories, reload: 'never' }))
  await consent.preferences()
  const granted = await page.evaluate(() => {
    const { askfirst } = window
    const names = ['necessary', 'statistics', 'statistics.ga', 'statistics.mx', 'marketing']
    const steps = ['necessary', 'nothing', 'statistics.ga', 'statistics.ga', undefined, undefined]
    askfirst.acceptAll()
    return steps.map((name) => {
      askfirst.withdraw(name)
      return names.filter((it) => askfirst.isGranted(it)).join(' ')
    })
  })
  const all = 'necessary statistics statistics.ga statistics.mx marketing'
  const withoutGa = 'necessary statistics statistics.mx marketing'
  expect(granted).toEqual([all, all, withoutGa, withoutGa, 'necessary', 'necessary'])
  await expect(consent.dialog).toBeHidden()
  expect(violations).toEqual([])
})

test('a choice made and taken back before the start is the one that holds', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(
    site.page(
      `${site.cdn({ 'data-start': 'manual' })}<body>${held('', note('A'))}${held('data-category="marketing"', note('M'))}`,
    ),
  )
  await page.evaluate(() => {
    window.askfirst.acceptAll()
    window.askfirst.withdraw('marketing')
  })
  await page.waitForTimeout(300)
  expect(await site.ran(page)).toEqual([])
  await page.evaluate(() => window.askfirst.start())
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await page.waitForTimeout(300)
  expect(await site.ran(page)).toEqual(['A'])
  await expect(consent.banner).toHaveCount(0)
})
