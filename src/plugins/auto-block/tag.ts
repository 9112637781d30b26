import type { ReadTag } from '../../api/plugin-tag.js'
import type { AutoBlockOptions } from './index.js'
import { isRule, type Rule } from './rules.js'

/** `data-rules="stats.example=statistics social.example/tr=marketing"`. A rule that cannot work is left out. */
export const readTag: ReadTag<AutoBlockOptions> = ({ rules = '' }, refuse, config) => {
  const listed = rules.split(/\s+/).flatMap((entry): Rule[] => {
    // An address may have a `=` of its own, a category has none.
    const [, match = entry, category = ''] = /^(.*)=(.*)$/.exec(entry) ?? []
    return entry ? [{ match, category }] : []
  })
  const check = (list: readonly Rule[], attribute: string) =>
    list.filter((rule) => {
      const isFit = isRule(rule)
      if (!isFit)
        refuse(
          attribute,
          `a host and a category, such as stats.example=statistics, not ${JSON.stringify(rule)}`,
        )
      return isFit
    })
  return { rules: [...check(listed, 'rules'), ...check(config.rules ?? [], 'config')] }
}
