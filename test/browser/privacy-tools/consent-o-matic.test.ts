import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

interface Selection {
  readonly selector: string
  readonly displayFilter?: boolean
  readonly childFilter?: { readonly target: Selection }
}

interface Target {
  readonly parent?: Selection
  readonly target: Selection
}

interface Action extends Target {
  readonly type: 'click' | 'waitcss' | 'list' | 'consent'
  readonly actions?: readonly Action[]
  readonly consents?: readonly {
    readonly type: string
    readonly matcher: Target
    readonly toggleAction: Action
  }[]
}

interface Rule {
  readonly detectors: readonly { readonly presentMatcher: Target[]; readonly showingMatcher: Target[] }[]
  readonly methods: readonly { readonly name: string; readonly action: Action }[]
}

const { askfirst: rule } = JSON.parse(
  readFileSync(new URL('../../../docs/integrations/consent-o-matic.json', import.meta.url), 'utf8'),
) as { askfirst: Rule }

/** As the project's README says: the parent first, then the target below it, through its shadow root. */
function find(page: Page, { parent, target }: Target): Locator {
  const under = parent ? page.locator(parent.selector) : page
  const found = under.locator(target.selector)
  return target.childFilter ? found.locator(target.childFilter.target.selector) : found
}

async function act(
  page: Page,
  action: Action,
  wanted: { readonly [letter: string]: boolean },
): Promise<void> {
  for (const one of action.actions ?? []) await act(page, one, wanted)
  for (const { type, matcher, toggleAction } of action.consents ?? []) {
    if ((await find(page, matcher).isChecked()) !== wanted[type]) await act(page, toggleAction, wanted)
  }
  // The tool's clicks are made by a script, as these are.
  if (action.type === 'click') await find(page, action).evaluate((element: HTMLElement) => element.click())
  if (action.type === 'waitcss') await expect(find(page, action)).toHaveCount(1)
}

test('the steps of the Consent-O-Matic rule find what they name and store what was wanted', async ({
  page,
  shop,
  consent,
}) => {
  await shop.open('<h1>Shop</h1>')
  for (const { presentMatcher, showingMatcher } of rule.detectors) {
    for (const matcher of [...presentMatcher, ...showingMatcher]) {
      await expect(find(page, matcher)).toHaveCount(1)
    }
  }
  const wanted = { A: true, B: false, F: true }
  for (const name of ['OPEN_OPTIONS', 'DO_CONSENT', 'SAVE_CONSENT']) {
    const method = rule.methods.find((method) => method.name === name)
    if (!method) throw new Error(`The rule has no ${name}.`)
    await act(page, method.action, wanted)
  }
  await expect(consent.banner).toBeHidden()
  expect((await consent.recordCookie())?.choices).toEqual({
    preferences: true,
    statistics: false,
    marketing: true,
  })
  await page.reload()
  for (const { showingMatcher } of rule.detectors) {
    for (const matcher of showingMatcher) await expect(find(page, matcher)).toHaveCount(0)
  }
})

test('an answer by code counts at once, before any surface is shown', async ({ page, site, consent }) => {
  await page.goto(
    site.page(
      `${site.cdn()}<script>window.answer = askfirst.rejectAll(); window.kept = document.cookie</script>`,
    ),
  )
  expect(await page.evaluate('kept')).toContain('askfirst=1:')
  await page.waitForLoadState()
  await expect(consent.host).toHaveCount(0)
})
