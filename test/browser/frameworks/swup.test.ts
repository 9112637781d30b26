import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import { held, note } from '../harness/shop.js'

// Each goes through several pages.
test.slow()

const source = `
  import { createConsent } from 'askfirst'
  import Swup from 'swup'
  import SwupHeadPlugin from '@swup/head-plugin'
  import SwupScriptsPlugin from '@swup/scripts-plugin'
  window.swup = new Swup({ animationSelector: false, plugins: [new SwupHeadPlugin(), new SwupScriptsPlugin()] })
  window.consent = createConsent({ view: () => import('askfirst/view'), reload: 'never' })
  window.consent.start()`

/** The footer is outside the container that Swup replaces. */
const shell = (script: string, name: string, body: string) =>
  `<head><title>${name}</title>${script}</head><body><main id="swup"><h1>${name}</h1>${body}
  <button data-consent-action="preferences">Cookies on ${name}</button></main>
  <footer><a href="/">one</a> <a href="/two">two</a></footer></body>`

const go = async (page: Page, link: string, heading: string) => {
  await page.getByRole('link', { name: link }).click()
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
}

test('tags in the container that Swup replaces run once, in order, and only after consent', async ({
  page,
  site,
  consent,
}) => {
  const script = await site.bundle(source)
  const frame = site.url('/frame.html', { host: 'video.test' })
  const film = `<iframe title="film" data-category="marketing" data-src="${frame}"></iframe>`
  const url = site.page(shell(script, 'One', held('', note('one'))))
  site.page(
    shell(
      script,
      'Two',
      `${film}${held(`src="${site.tag('two file', { delay: 100 })}"`)}${held('', note('two inline'))}
      <script>${note('plain')}</script>`,
    ),
    { path: '/two' },
  )
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  await go(page, 'two', 'Two')
  // Swup runs scripts of its container again; a held one is none for it.
  await expect.poll(() => site.ran(page)).toEqual(['plain'])
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)

  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['plain', 'two file', 'two inline'])
  await expect(page.getByTitle('film')).toHaveAttribute('src', frame)

  await go(page, 'one', 'One')
  await expect.poll(() => site.ran(page)).toEqual(['plain', 'two file', 'two inline', 'one'])
  await go(page, 'two', 'Two')
  await expect
    .poll(() => site.ran(page))
    .toEqual(['plain', 'two file', 'two inline', 'one', 'plain', 'two file', 'two inline'])
  await expect(page.getByTitle('film')).toHaveAttribute('src', frame)
})

test('the preferences open from a button of the new container, and a refusal holds the next page', async ({
  page,
  site,
  consent,
}) => {
  const script = await site.bundle(source)
  const frame = site.url('/frame.html', { host: 'video.test' })
  const film = `<iframe title="film" data-category="marketing" data-src="${frame}"></iframe>`
  const url = site.page(shell(script, 'One', `${film}${held('', note('one'))}`))
  site.page(shell(script, 'Two', `${film}${held('', note('two'))}`), { path: '/two' })
  await page.goto(url)
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['one'])
  await go(page, 'two', 'Two')
  await expect.poll(() => site.ran(page)).toEqual(['one', 'two'])

  await page.getByRole('button', { name: 'Cookies on Two' }).click()
  await expect(consent.dialog).toBeVisible()
  await consent.switch(/marketing/i).click()
  await consent.switch(/statistics/i).click()
  await consent.save()
  await expect(page.getByTitle('film')).not.toHaveAttribute('src')
  await go(page, 'one', 'One')
  await expect(page.getByTitle('film')).not.toHaveAttribute('src')
  expect(await site.ran(page)).toEqual(['one', 'two'])
})
