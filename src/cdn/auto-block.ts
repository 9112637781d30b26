import type { Plugin } from '../api/plugin.js'
import { type AutoBlockOptions, autoBlock, type Rule } from '../plugins/auto-block/index.js'

/**
 * `<script src="…/auto-block.js" data-rules="stats.example=statistics ads.example/tr=marketing">`, before
 * every other script: it holds from here on, and asks the consent object once there is one.
 */
const tag = document.currentScript ?? document.querySelector<HTMLElement>('script[src*="auto-block"]')
const data: DOMStringMap = (tag as HTMLElement | null)?.dataset ?? {}

function readConfig(selector: string | undefined): Partial<AutoBlockOptions> {
  if (!selector) return {}
  const json = document.querySelector(selector)?.textContent
  if (json) return JSON.parse(json) as Partial<AutoBlockOptions>
  throw new Error(
    `[askfirst] data-config="${selector}" leads to nothing. Put the JSON block before the tag of auto-block.js.`,
  )
}

const config = readConfig(data.config)
// An address may have a `=` of its own, a category has none.
const listed = (data.rules?.trim().split(/\s+/) ?? []).map((entry): Rule => {
  const [, match = entry, category = ''] = /^(.*)=(.*)$/.exec(entry) ?? []
  return { match, category }
})
const plugin = autoBlock({ ...config, rules: [...listed, ...(config.rules ?? [])] })

interface Globals {
  askfirstPlugins?: { push(plugin: Plugin): unknown }
}

const globals = window as Globals
globals.askfirstPlugins ??= [] as Plugin[]
globals.askfirstPlugins.push(plugin)
