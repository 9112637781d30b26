import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { Options } from '../../../src/api/options.js'
import type { Site } from './site.js'

type Shown = Omit<Options, 'categories'> & { readonly categories?: object }

/** One page on which one set of options after the other is shown: many states cost no navigation. */
export interface Stage {
  /** Starts anew with these options, as a visitor who has not chosen. Without a banner: as one who refused. */
  show(options?: Shown, answered?: 'refused'): Promise<void>
  /** What axe finds on the whole page: best practices and WCAG 2.2 AA included. */
  audit(): Promise<readonly string[]>
}

/** Something of everything the preferences can show. */
export const categories = {
  necessary: { required: true, cookies: [{ name: 'session', purpose: 'Keeps you logged in.' }] },
  statistics: {
    services: {
      ga: {
        label: 'Analytics',
        provider: 'Example',
        policyUrl: '/policy',
        switch: true,
        cookies: [{ name: '_ga', purpose: 'Counts.', duration: 'P13M' }],
      },
    },
  },
  marketing: { cookies: [{ name: 'ad_*', purpose: 'Advertisements.', duration: 'session', party: 'third' }] },
}

/** A site's own texts in a language that is written from right to left. */
export const arabic = {
  title: 'خصوصيتك',
  text: 'نستخدم ملفات تعريف الارتباط لتشغيل هذا الموقع. وينتظر غيرها إذنك: {purposes}. يمكنك تغيير رأيك في أي وقت.',
  policyLink: 'سياسة ملفات تعريف الارتباط',
  acceptAll: 'قبول الكل',
  rejectAll: 'رفض الكل',
  openPreferences: 'التفضيلات',
  save: 'حفظ الاختيارات',
  preferencesTitle: 'تفضيلات ملفات تعريف الارتباط',
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly target: unknown }[]
}

interface StageWindow extends Window {
  show(options: object): void
  axe?: { run(options: object): Promise<{ violations: Finding[] }> }
}

export async function openStage(page: Page, site: Site, html: string, head = ''): Promise<Stage> {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    window.show = (options) => {
      window.consent?.destroy()
      window.consent = createConsent({ view: () => import('askfirst/view'), ...options })
      window.consent.start()
    }`)
  await page.goto(
    site.page(`<head><title>Stage</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">${head}${script}</head><body>${html}`),
  )
  const banner = page.locator('#askfirst [data-surface=banner]')
  return {
    async show(options = {}, answered) {
      await page.context().clearCookies()
      const all = { policy: { url: '/cookies' }, categories, ...options }
      await page.evaluate((it) => (window as unknown as StageWindow).show(it), all as object)
      await banner.waitFor()
      if (answered) await banner.locator('[data-consent-action=reject-all]').click()
    },
    async audit() {
      await page.evaluate(`window.axe || (() => { ${axe} })()`)
      return page.evaluate(async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
        const found = await (window as unknown as StageWindow).axe?.run({
          runOnly: { type: 'tag', values: tags },
          resultTypes: ['violations'],
        })
        return (found?.violations ?? [{ id: 'axe did not run', nodes: [] }]).map(
          ({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`,
        )
      })
    },
  }
}
