import type { ViewContext } from '../../api/view.js'
import { type Element, element } from '../../browser/markup.js'
import { fill } from '../../text/fill.js'
import { localise } from '../../text/language.js'

/** What a new policy version changed, for visitors who answered under another one. */
export function changes(
  texts: { readonly changed: string },
  { consent, options, locale }: ViewContext,
): Element | undefined {
  const { version, changes } = options.policy
  if (!changes || !consent.record || consent.record.policy === version) return
  return element('p', { part: 'changes' }, fill(texts.changed, { changes: localise(changes, locale()) }))
}
