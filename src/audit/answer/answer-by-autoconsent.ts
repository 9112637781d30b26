import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { findPackage } from '../browser/find-package.js'

interface Rule {
  readonly runContext?: { readonly main?: boolean; readonly frame?: boolean; readonly urlPattern?: string }
}

/** The published rules and the script that carries them out. */
export interface AutoconsentRules {
  readonly script: string
  readonly rules: readonly Rule[]
  readonly version: string
}

interface Message {
  readonly type: string
  readonly cmp?: string
  readonly result?: boolean
  readonly id?: string
  readonly code?: string
  readonly state?: { readonly lifecycle?: string }
  readonly mainFrame?: boolean
}

export interface AutoconsentResult {
  readonly tool?: string | undefined
  readonly isDone: boolean
  readonly hadPopup: boolean
}

/** Reads the optional package `@duckduckgo/autoconsent`, if it is installed. */
export async function loadAutoconsent(): Promise<AutoconsentRules | undefined> {
  const main = findPackage('@duckduckgo/autoconsent')
  if (!main) return
  const root = join(dirname(main), '..')
  try {
    const [script, rules, manifest] = await Promise.all(
      ['dist/autoconsent.playwright.js', 'rules/rules.json', 'package.json'].map((file) =>
        readFile(join(root, file), 'utf8'),
      ),
    )
    return {
      script: `${script}`,
      rules: JSON.parse(`${rules}`).autoconsent,
      version: JSON.parse(`${manifest}`).version,
    }
  } catch {
    // Another layout than the one that is known: as if it were not there.
    return
  }
}

const FIND = 10_000
const FINISH = 15_000

/** The function in the page that autoconsent sends its messages to. It is the package's own name for it. */
const binding = 'autoconsentSendMessage'

const config = {
  enabled: true,
  disabledCmps: [],
  enablePrehide: false,
  // To hide a banner is no answer.
  enableCosmeticRules: false,
  enableGeneratedRules: true,
  enableHeuristicDetection: false,
  detectRetries: 4,
  isMainWorld: false,
  visualTest: false,
}

/**
 * Lets autoconsent answer the banner of a page. Rules that only hide it are left out.
 * @returns `undefined` where no rule knows the consent tool of the page
 */
export async function answerByAutoconsent(
  page: Page,
  { script, rules }: AutoconsentRules,
  { action, onAct }: { readonly action: 'optIn' | 'optOut'; readonly onAct: () => void },
): Promise<AutoconsentResult | undefined> {
  const messages: Message[] = []
  let wake = () => {}
  const has = (type: string) => messages.find((message) => message.type === type)
  const until = async (isMet: () => boolean, ms: number) => {
    const end = Date.now() + ms
    while (!isMet() && Date.now() < end) {
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, 100)
      })
    }
    return isMet()
  }

  async function onMessage(frame: Frame, message: Message): Promise<void> {
    messages.push(message)
    if (message.type === 'popupFound') onAct()
    wake()
    const reply = (text: string) => frame.evaluate(`window.autoconsentReceiveMessage(${text})`)
    if (message.type === 'init') {
      const isMain = frame.parentFrame() === null
      const fitting = rules.filter(({ runContext }) =>
        isMain ? runContext?.main !== false : runContext?.frame === true,
      )
      await reply(
        JSON.stringify({
          type: 'initResp',
          config: { ...config, autoAction: action },
          rules: { autoconsent: fitting },
        }),
      )
    } else if (message.type === 'eval' && message.code) {
      const result = await frame.evaluate(message.code).catch(() => false)
      await reply(JSON.stringify({ id: message.id, type: 'evalResp', result }))
    }
  }

  await page
    .exposeBinding(binding, ({ frame }, message: Message) => onMessage(frame, message).catch(() => {}))
    // Of an earlier answer on this page.
    .catch(() => {})
  for (const frame of page.frames())
    if (/^https?:/.test(frame.url())) void frame.evaluate(script).catch(() => {})

  const isOver = () =>
    messages.some(
      ({ type, state, mainFrame }) =>
        type === 'report' && mainFrame && state?.lifecycle === 'nothingDetected',
    )
  await until(() => Boolean(has('popupFound')) || isOver(), FIND)
  const isKnown = Boolean(has('popupFound'))
  const tool = has('popupFound')?.cmp ?? has('cmpDetected')?.cmp
  if (!isKnown) return tool ? { tool, isDone: false, hadPopup: false } : undefined
  const result = action === 'optIn' ? 'optInResult' : 'optOutResult'
  await until(
    () => Boolean(has('autoconsentDone') || has(result)?.result === false || has('autoconsentError')),
    FINISH,
  )
  return { tool, isDone: has(result)?.result === true, hadPopup: true }
}
