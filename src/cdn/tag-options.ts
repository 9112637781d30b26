import type { Options } from '../api/options.js'
import type { BannerOptions } from '../model/banner.js'
import type { Categories } from '../model/categories.js'

type Given = Options<Categories>

/**
 * Reads the options of a script tag: `window.askfirst.options`, then the JSON
 * block that `data-config` names, then the tag's own attributes, the later over
 * the earlier.
 * @param global what `window.askfirst` was before
 * @throws Error naming the attribute and the cure
 */
export function readTagOptions(tag: HTMLElement | undefined, global: unknown): Given {
  const data: DOMStringMap = tag?.dataset ?? {}
  const base: Given = { ...(global as { options?: Given } | undefined)?.options, ...readConfig(data.config) }
  const { locale, policyUrl: url, policyVersion: version, cookieName, cookieDomain, cookieDays } = data
  return {
    ...base,
    ...(data.categories && { categories: readCategories(data.categories, base.categories) }),
    ...(locale && { locale }),
    policy: { ...base.policy, ...(url && { url }), ...(version && { version }) },
    cookie: {
      ...base.cookie,
      ...(cookieName && { name: cookieName }),
      ...(cookieDomain && { domain: cookieDomain }),
      ...(cookieDays && { days: Number(cookieDays) }),
    },
    banner: {
      ...base.banner,
      ...(pick(data, 'layout', 'position', 'theme') as BannerOptions),
    },
  }
}

function pick(data: DOMStringMap, ...names: string[]): DOMStringMap {
  return Object.fromEntries(names.flatMap((name) => (data[name] ? [[name, data[name]]] : [])))
}

function readConfig(selector: string | undefined): Given {
  if (!selector) return {}
  const json = document.querySelector(selector)?.textContent
  try {
    return JSON.parse(json ?? '') as Given
  } catch (cause) {
    const problem = `data-config="${selector}" leads to no JSON. Name a <script type="application/json" id="…"> on this page.`
    throw new Error(`[askfirst] ${problem}`, { cause })
  }
}

/** `necessary! statistics`: the mark says required. Details come from the richer options, if any. */
function readCategories(list: string, details: Categories = {}): Categories {
  return Object.fromEntries(
    list
      .trim()
      .split(/[\s,]+/)
      .map((entry) => {
        const name = entry.replace('!', '')
        return [name, { ...details[name], ...(entry !== name && { required: true }) }]
      }),
  )
}
