import type { ReadTag } from '../../api/plugin-tag.js'
import type { MarkupOptions } from './index.js'
import { isMarkupSystem, systems } from './systems.js'

/** `data-aliases="klaro onetrust"`; a map comes from the JSON block. Unknown systems are left out. */
export const readTag: ReadTag<MarkupOptions> = ({ aliases = '' }, refuse, config) => {
  const names = [...aliases.split(/\s+/).filter((name) => name), ...(config.aliases ?? [])]
  const known = names.filter(isMarkupSystem)
  if (!known[0] || known.length < names.length) {
    refuse('aliases', `some of ${Object.keys(systems).join(' ')}`)
  }
  return { aliases: known }
}
