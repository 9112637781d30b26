import { expect, test } from './index.js'

test('an unattended Chromium prerenders and says when the page is activated', async ({
  site,
  unattended,
}) => {
  site.page(
    '<script>document.addEventListener("prerenderingchange", () => fetch("/collect?activated"))</script>',
    {
      path: '/next',
    },
  )
  const rules = JSON.stringify({ prerender: [{ urls: ['/next'], eagerness: 'immediate' }] })
  const first = site.page(`<script type="speculationrules">${rules}</script>
    <script>setTimeout(() => { location.href = '/next' }, 1500)</script>`)

  await unattended(first)

  await expect.poll(() => site.requests({ path: '/collect' }).length, { timeout: 15_000 }).toBe(1)
  const [visit] = site.requests({ path: '/next' })
  expect(visit?.headers['sec-purpose']).toBe('prefetch;prerender')
  expect(site.requests({ path: '/next' })).toHaveLength(1)
})
