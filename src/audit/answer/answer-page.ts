import type { Page } from 'playwright-core'
import { firstLine } from '../failure.js'
import type { Answer, Phase } from '../rules/facts.js'
import { type AutoconsentRules, answerByAutoconsent } from './answer-by-autoconsent.js'
import { answerByButtons, withdrawByButtons } from './answer-by-buttons.js'
import type { ConsentModule } from './load-module.js'
import { lookForControls } from './press-buttons.js'
import type { SiteOptions } from './site-options.js'

export type Action = 'accept' | 'reject' | 'withdraw'

export interface Means {
  /** Is called when the answer is about to be given: what follows it counts as after. */
  readonly onAct?: (() => void) | undefined
  readonly module?: ConsentModule | undefined
  /** Options of the askfirst on the page. */
  readonly options?: SiteOptions | undefined
  readonly autoconsent?: AutoconsentRules | undefined
}

type Given = Omit<Answer, 'phase' | 'screenshot' | 'banner'>

const callOf = { accept: 'acceptAll', reject: 'rejectAll', withdraw: 'withdraw' } as const

/** What the record of the page says, read through its object. */
const statusOf = (page: Page) =>
  page.evaluate(`document[Symbol.for('askfirst')]?.consent?.status`).catch(() => undefined)

async function answerByApi(page: Page, action: Action): Promise<Given> {
  const call = callOf[action]
  await page
    .evaluate(`(async () => { await document[Symbol.for('askfirst')].consent.${call}() })()`)
    .catch((cause: unknown) => {
      // A withdrawal may reload the page under the call.
      if (!/context|navigat|destroyed|closed/i.test(firstLine(cause))) throw cause
    })
  return { method: 'api', tool: 'askfirst', detail: `Called \`consent.${call}()\` of the page.` }
}

/** Tries the means in order, from the surest to the last resort, and says which of them answered. */
async function tryMeans(
  page: Page,
  action: Action,
  { module, options, autoconsent, onAct = () => {} }: Means,
): Promise<Given> {
  const own = module?.[action]
  if (own) {
    onAct()
    await own(page)
    return { method: 'module', detail: `The function \`${action}\` of \`--consent\` answered.` }
  }
  if (options) {
    if (action !== 'withdraw' && (await statusOf(page)) === 'decided')
      return {
        method: 'record',
        tool: 'askfirst',
        detail: `The cookie \`${options.cookie.name}\` was set before the visit.`,
      }
    onAct()
    return answerByApi(page, action)
  }
  if (action === 'withdraw') {
    const { isDone, detail } = await withdrawByButtons(page, onAct)
    return { method: isDone ? 'buttons' : 'none', detail }
  }
  const automatic =
    autoconsent &&
    (await answerByAutoconsent(page, autoconsent, {
      action: action === 'accept' ? 'optIn' : 'optOut',
      onAct,
    }))
  if (autoconsent && automatic?.isDone)
    return {
      method: 'autoconsent',
      tool: automatic.tool,
      detail: `A rule of autoconsent ${autoconsent.version} answered ${automatic.tool}.`,
    }
  const { isDone, detail } = await answerByButtons(page, action, onAct)
  const failed = automatic?.hadPopup ? `The rule of autoconsent for ${automatic.tool} did not succeed. ` : ''
  const missing = autoconsent || isDone ? '' : ' The rules of `@duckduckgo/autoconsent` are not installed.'
  return {
    method: isDone ? 'buttons' : 'none',
    tool: automatic?.tool,
    detail: `${failed}${detail}${missing}`,
  }
}

/** Whether a banner of any kind can be seen. */
export async function seesBanner(page: Page): Promise<boolean> {
  const isOurs = await page
    .evaluate(
      `document[Symbol.for('askfirst')]?.consent?.status === 'undecided' && Boolean(document.getElementById('askfirst')?.shadowRoot?.querySelector('[data-surface=banner]'))`,
    )
    .catch(() => false)
  if (isOurs) return true
  const found = await lookForControls(page)
  // What stays on the page after an answer, such as a small button, is no banner.
  return Boolean(found?.handles.banner && (found.handles.accept || found.handles.reject))
}

/**
 * Answers the consent tool of a page, whatever it is, and says how. Nothing is guessed: where no means fits, the
 * method is `none`.
 * @throws what the site's own module throws
 */
export async function answerPage(page: Page, phase: Phase, action: Action, means: Means): Promise<Answer> {
  const banner = await seesBanner(page)
  const shot = await page.screenshot({ type: 'jpeg', quality: 45, timeout: 15_000 }).catch(() => undefined)
  const given = await tryMeans(page, action, means)
  return { phase, banner, ...given, screenshot: shot?.toString('base64') }
}
