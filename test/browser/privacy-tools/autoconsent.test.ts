import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

const require = createRequire(import.meta.url)
const engine = join(dirname(require.resolve('@duckduckgo/autoconsent')), 'autoconsent.playwright.js')
const rule: unknown = JSON.parse(
  readFileSync(new URL('../../../docs/integrations/autoconsent.json', import.meta.url), 'utf8'),
)

interface Message {
  readonly type: string
  readonly cmp?: string
  readonly result?: boolean
}

/** Runs the published engine on the page with our rule alone, and hears what it says. */
async function runEngine(page: Page, autoAction: 'optIn' | 'optOut'): Promise<readonly Message[]> {
  const messages: Message[] = []
  const answer = {
    type: 'initResp',
    config: { enabled: true, autoAction, enablePrehide: true, detectRetries: 20, isMainWorld: true },
    rules: { autoconsent: [rule] },
  }
  await page.exposeFunction('autoconsentSendMessage', async (message: Message) => {
    messages.push(message)
    if (message.type !== 'init') return
    await page.evaluate(
      (it) =>
        void (window as never as { autoconsentReceiveMessage(it: unknown): void }).autoconsentReceiveMessage(
          it,
        ),
      answer,
    )
  })
  await page.addScriptTag({ content: readFileSync(engine, 'utf8') })
  return messages
}

for (const [action, choice, ran] of [
  ['optOut', false, []],
  ['optIn', true, ['A']],
] as const) {
  test(`autoconsent finds the banner and answers it: ${action}`, async ({ page, site, shop, consent }) => {
    await shop.open(held('', note('A')))
    const messages = await runEngine(page, action)
    const heard = (type: string) => messages.find((message) => message.type === type)
    await expect.poll(() => heard(`${action}Result`)).toMatchObject({ cmp: 'askfirst', result: true })
    expect(heard('popupFound')).toMatchObject({ cmp: 'askfirst' })
    await expect(consent.banner).toBeHidden()
    expect((await consent.recordCookie())?.choices).toMatchObject({ statistics: choice, marketing: choice })
    await expect.poll(() => site.ran(page)).toEqual(ran)
  })
}
