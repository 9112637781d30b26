import { createHash } from 'node:crypto'
import { expect, test } from '../harness/index.js'
import { held, note } from '../harness/shop.js'

const hash = (code: string) => `sha256-${createHash('sha256').update(code).digest('base64')}`

test("hashes with 'strict-dynamic', and no nonce, let everything through without a report", async ({
  page,
  site,
  consent,
}) => {
  const violations = await site.violations(page)
  const src = /src="([^"]*)"/.exec(site.cdn())?.[1]
  const loader = `document.head.append(Object.assign(document.createElement('script'), { src: '${src}' }))`
  await page.goto(
    site.page(
      `<script>${loader}</script><body><h1>Shop</h1>${held(`src="${site.tag('A')}"`)}${held('', note('B'))}${held(`src="${site.tag('C')}"`)}`,
      { csp: `script-src 'strict-dynamic' '${hash(loader)}' '${hash(note('B'))}'` },
    ),
  )
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
  expect(violations).toEqual([])
})

test('a file that the policy allows by its integrity runs', async ({ page, site, consent }) => {
  const violations = await site.violations(page)
  const integrity = hash(note('A'))
  const src = site.file('/sri.js', note('A'), { host: 'stats.test' })
  await page.goto(
    site.page(
      `${site.cdn()}<body><h1>Shop</h1>${held(`src="${src}" integrity="${integrity}" crossorigin`)}`,
      {
        csp: `script-src cdn.test:* '${integrity}'`,
      },
    ),
  )
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(violations).toEqual([])
})
