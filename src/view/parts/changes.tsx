import type { JSX } from 'preact'
import type { ViewContext } from '../../api/view.js'
import { fill } from '../../text/fill.js'
import { localise } from '../../text/language.js'

interface ChangesProps {
  readonly texts: { readonly changed: string }
  readonly context: ViewContext
}

/** What a new policy version changed, for visitors who answered under another one. */
export function Changes({ texts, context }: ChangesProps): JSX.Element | null {
  const { consent, options, locale } = context
  const { version, changes } = options.policy
  if (!changes || !consent.record || consent.record.policy === version) return null
  return <p part="changes">{fill(texts.changed, { changes: localise(changes, locale()) })}</p>
}
