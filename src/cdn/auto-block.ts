import type { Consent } from '../core/consent.js'
import { type AutoBlockOptions, autoBlock, type Rule } from '../plugins/auto-block.js'

/**
 * `<script src="…/auto-block.js" data-rules="stats.example=statistics ads.example/tr=marketing">`, before
 * every other script: it holds from here on, and asks the consent object once there is one.
 */
const { dataset } = document.currentScript as HTMLScriptElement

function readConfig(): AutoBlockOptions {
  const { config } = dataset
  const json = config && document.querySelector(config)?.textContent
  if (config && !json) {
    throw new Error(
      `[askfirst] data-config="${config}" leads to nothing. Put the JSON block before the tag of auto-block.js.`,
    )
  }
  return json ? (JSON.parse(json) as AutoBlockOptions) : { rules: [] }
}

const config = readConfig()
const listed = (dataset.rules?.trim().split(/\s+/) ?? []).map((entry): Rule => {
  const [match = '', category = ''] = entry.split('=')
  return { match, category }
})
const { setup } = autoBlock({ ...config, rules: [...listed, ...config.rules] })

interface Globals {
  askfirstQueue?: { push(entry: (consent: Consent) => void): unknown }
}

const globals = window as Globals
globals.askfirstQueue ??= []
globals.askfirstQueue.push((consent) => {
  const report = (message: string, cause?: unknown) => console.error(`[askfirst] ${message}`, cause ?? '')
  // It uses no more of the context than this.
  setup?.({ consent, options: consent.options, report } as never)
})
