import { expect } from '../harness/index.js'
import { note, test } from '../harness/shop.js'

const conditions = [
  'statistics marketing',
  'statistics|marketing',
  '!marketing',
  'statistics !marketing',
  'unknown',
]
const tags = conditions
  .map((condition) => `<script type="text/plain" data-category="${condition}">${note(condition)}</script>`)
  .join('')

const cases: [{ statistics: boolean; marketing: boolean }, string[]][] = [
  [{ statistics: true, marketing: true }, ['statistics marketing', 'statistics|marketing']],
  [{ statistics: true, marketing: false }, ['statistics|marketing', '!marketing', 'statistics !marketing']],
  [{ statistics: false, marketing: true }, ['statistics|marketing']],
  [{ statistics: false, marketing: false }, ['!marketing']],
]

for (const [choices, expected] of cases) {
  const name = Object.entries(choices)
    .map(([key, value]) => `${value ? '' : 'no '}${key}`)
    .join(', ')
  test(`conditions are the same on a change and on load: ${name}`, async ({ page, site, shop }) => {
    await shop.open(tags)
    expect(await site.ran(page)).toEqual([])
    await shop.save(choices)
    await expect.poll(() => site.ran(page)).toEqual(expected)
    await page.reload()
    await expect.poll(() => site.ran(page)).toEqual(expected)
  })
}

test('a service is released by its own answer', async ({ page, site, shop }) => {
  await shop.open(
    ['maps', 'video']
      .map(
        (name) =>
          `<script type="text/plain" data-category="marketing" data-service="${name}">${note(name)}</script>`,
      )
      .join(''),
    { categories: { marketing: { services: { maps: { switch: true }, video: { switch: true } } } } },
  )
  await shop.save({ marketing: false, 'marketing.maps': true })
  await expect.poll(() => site.ran(page)).toEqual(['maps'])
})
