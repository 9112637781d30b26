import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { chromium, firefox } from '@playwright/test'
import { launchOptions, obtainBrowser } from '../browser/browsers.mjs'

const engines = { chromium, firefox }

/** The other site: each of its scripts counts its runs in the page. */
export function startThirdParty(port) {
  const server = createServer((request, response) => {
    const name = /\w+/.exec(request.url ?? '')?.[0]
    const isFrame = name === 'frame'
    response.setHeader('Content-Type', isFrame ? 'text/html' : 'text/javascript')
    response.setHeader('Cache-Control', 'no-store')
    response.end(isFrame ? '<h1>Film</h1>' : `window.runs ??= {}; runs.${name} = (runs.${name} ?? 0) + 1`)
  })
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
}

/**
 * Plays one visitor in an app: first visit, agreement, a walk through its pages, refusal. The tags of every page run
 * as often as the untagged ones beside them; those of one page too, where the framework runs untagged ones at all.
 *
 * @param {{ url: string, engine: 'chromium' | 'firefox', hasServer: boolean, runsPageScripts: boolean }} app
 * @throws AssertionError naming the step
 */
export async function play({ url, engine, hasServer, runsPageScripts }) {
  obtainBrowser(engine)
  const browser = await engines[engine].launch(launchOptions(engine))
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
    const said = []
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(`${error}`))
    const settle = () => page.waitForTimeout(800)
    const read = () =>
      page.evaluate(() => ({
        runs: { ...window.runs },
        hosts: document.querySelectorAll('#askfirst').length,
        hasBanner: !!document.querySelector('#askfirst')?.shadowRoot?.querySelector('[data-surface=banner]'),
        film: document.querySelector('iframe')?.src ?? '',
      }))
    const follow = async (name) => {
      await page.getByRole('link', { name }).first().click()
      await page.getByRole('heading', { name }).first().waitFor()
      await settle()
    }
    const expectEqual = async (step, isAbout) => {
      const { runs, hasBanner, film } = await read()
      assert.equal(
        runs.tagged,
        runs.plain,
        `${step}: the tagged script of all pages ran as often as the other`,
      )
      if (runsPageScripts) assert.equal(runs.tagged2, runs.plain2, `${step}: and so did that of one page`)
      else if (isAbout) assert.ok(runs.tagged2 >= 1, `${step}: that of one page ran`)
      assert.equal(hasBanner, false, `${step}: no banner`)
      if (isAbout) assert.match(film, /frame/, `${step}: the frame has its address`)
    }

    await page.goto(url)
    await page.locator('#askfirst [data-ready]').waitFor()
    await settle()
    const first = await read()
    assert.deepEqual([first.hasBanner, first.hosts], [true, 1], 'first visit: one banner')
    assert.deepEqual(first.runs, { plain: 1 }, 'first visit: only the untagged script has run')
    await follow('About')
    const about = await read()
    assert.equal(about.hasBanner, true, 'the banner stays while the app goes to another page')
    assert.equal(about.film, '', 'the frame is held')
    assert.equal(about.runs.tagged2, undefined, 'the script of one page is held')
    await follow('Home')

    await page.locator('#askfirst [data-ready] [data-consent-action=accept-all]').click()
    await settle()
    assert.equal((await read()).runs.tagged, 1, 'agreed: the tagged script has run')
    await page.reload()
    await settle()
    await expectEqual('reload', false)
    for (const name of ['About', 'Home', 'About']) {
      await follow(name)
      await expectEqual(name, name === 'About')
    }
    await page.goBack()
    await settle()
    await expectEqual('back', false)
    await page.reload()
    await settle()
    await expectEqual('reload after back', false)
    if (hasServer)
      assert.match(
        `${await page.locator('#server').textContent()}`,
        /statistics/,
        'the server knows the answer',
      )

    const reloaded = page.waitForEvent('load', { timeout: 10_000 })
    await page.evaluate(() => void window.askfirst.rejectAll())
    await reloaded
    await settle()
    assert.equal((await read()).runs.tagged, undefined, 'refused: the page was reloaded without the script')
    await follow('About')
    assert.equal((await read()).film, '', 'refused: the frame is held')
    assert.deepEqual(said, [], 'nothing was said in the console')
  } finally {
    await browser.close()
  }
}
