import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

const config = (cookies: readonly object[]) =>
  ({ categories: { statistics: { cookies }, marketing: {} }, reload: 'never' }) as const

test.use({ secure: true })

test('a cookie of a declared path that this page does not see is erased', async ({
  page,
  shop,
  consent,
  context,
}) => {
  await page.goto(shop.url('', config([{ name: 'deep', path: '/app/area' }])))
  await consent.accept()
  await page.evaluate(() => {
    document.cookie = 'deep=1;path=/app/area'
  })
  await shop.save({ statistics: false })
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['__Host-askfirst'])
})

test('partitioned cookies are erased', async ({ page, shop, consent }) => {
  await page.goto(shop.url('', config([{ name: '*part*' }])))
  await consent.accept()
  const names = () =>
    page.evaluate(() =>
      document.cookie
        .split('; ')
        .map((pair) => pair.split('=')[0])
        .sort(),
    )
  await page.evaluate(() => {
    const flags = '=1;path=/;secure;partitioned;samesite=none'
    document.cookie = `__Host-part${flags}`
    document.cookie = `part${flags}`
    document.cookie = `part2${flags};domain=shop.test`
  })
  expect(await names()).toHaveLength(4)
  await shop.save({ statistics: false })
  expect(await names()).toEqual(['__Host-askfirst'])
})

test('stored entries go whatever they are called', async ({ page, shop, consent }) => {
  await page.goto(shop.url('', config([{ name: '*', kind: 'local-storage' }])))
  await consent.accept()
  await page.evaluate(() => {
    for (const key of ['a', 'length', 'a\nb', '', 'constructor']) localStorage.setItem(key, '1')
  })
  await shop.save({ statistics: false })
  await expect.poll(() => page.evaluate(() => Object.keys({ ...localStorage }))).toEqual([])
  expect(await page.evaluate(() => localStorage.key(0))).toBeNull()
})
