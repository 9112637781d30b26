import type { Options } from '../api/options.js'
import { warn } from '../browser/warn.js'
import { checkAttributes } from '../dev/check-attributes.js'
import type { BannerOptions } from '../model/banner.js'
import type { Categories } from '../model/categories.js'
import { readJsonBlock } from './json-block.js'

declare const __DEV__: boolean

type Given = Options<Categories>

/**
 * Reads the options of a script tag: `window.askfirst.options`, then the JSON
 * block that `data-config` names, then the tag's own attributes, the later over
 * the earlier.
 * @param global what `window.askfirst` was before
 * @throws Error naming the attribute and the cure
 */
export function readTagOptions(tag: HTMLElement | undefined, global: unknown): Given {
  const data: DOMStringMap = { ...tag?.dataset }
  if (__DEV__) for (const problem of checkAttributes(Object.keys(data))) warn(problem)
  const base: Given = {
    ...(global as { options?: Given } | undefined)?.options,
    ...(data.config && readJsonBlock<Given>(data.config)),
  }
  const { policyUrl: url, policyVersion: version, cookieName, cookieDomain, cookieDays, nonce } = data
  return {
    ...base,
    ...(data.categories && { categories: readCategories(data.categories, base.categories) }),
    ...pick(data, 'locale', 'actions', 'region'),
    // Written without a value, or as `true`: the nonce of this tag.
    ...(nonce !== undefined && { nonce: /^(true)?$/.test(nonce) || (nonce !== 'false' && nonce) }),
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

/** `necessary! statistics`: the mark says required. Details come from the richer options, if any. */
function readCategories(list: string, details: Categories = {}): Categories {
  return Object.fromEntries(
    list
      .trim()
      .split(/[\s,]+/)
      .map((entry) => {
        const name = entry.replace('!', '')
        const known = Object.hasOwn(details, name) ? details[name] : {}
        return [name, { ...known, ...(entry !== name && { required: true }) }]
      }),
  )
}
