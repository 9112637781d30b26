import { declaredIn, kindOf } from '../../model/declared.js'
import { matches } from '../../model/pattern.js'
import type { Settings } from '../../model/settings.js'
import type { StoredItem } from '../compare-storage.js'
import { knownPurpose } from '../known-cookies.js'
import { describeMisfiled, describeUndeclared } from '../rules/judge-declared.js'
import type { RuleName } from '../rules/rules.js'

/** What is known of an item of storage that the browser has. */
export interface ExplainedItem {
  /** The rule of the audit that it breaks, if any. */
  readonly rule?: RuleName | undefined
  readonly text: string
}

interface Answers {
  readonly settings: Settings
  readonly isGranted: (name: string) => boolean
  /** Whether the visitor has answered. */
  readonly isDecided: boolean
  readonly explainName: (name: string) => string
}

/** Says under which name an item is declared, who answered for that name, and which rule of the audit is broken. */
export function explainItem(
  { kind, name }: StoredItem,
  { settings, isGranted, isDecided, explainName }: Answers,
): ExplainedItem {
  if (kind === 'cookie' && name === settings.cookie.name) return { text: 'It keeps the record of askfirst.' }
  const declared = declaredIn(settings).find(({ item }) => kindOf(item) === kind && matches(item.name, name))
  if (!declared) {
    const text = `${describeUndeclared('It')}. Declare it under \`cookies\` of the category whose code sets it.`
    return { rule: 'undeclared-storage', text }
  }
  const { category, name: under } = declared
  const purpose = settings.categories[category]?.required && knownPurpose(name)
  if (purpose)
    return {
      rule: 'misfiled-storage',
      text: `${describeMisfiled('It', under, `is known for ${purpose}`)}. Declare it under "${purpose}".`,
    }
  const rule = isDecided ? 'storage-after-reject' : 'storage-before-consent'
  return {
    ...(!isGranted(under) && { rule }),
    text: `It is declared under "${under}". ${explainName(under)}`,
  }
}
