import type { Consent } from '../api/consent.js'
import { explainItem } from '../dev/explain/explain-item.js'
import { listStorage } from '../dev/list-storage.js'
import { cite } from '../dev/rules/rules.js'
import { readTrial, TRIAL } from '../dev/trial.js'
import { declaredIn, kindOf } from '../model/declared.js'
import { matches } from '../model/pattern.js'
import type { Row } from './row.js'

const write = (name: string | RegExp) => (typeof name === 'string' ? `"${name}"` : `${name}`)

/** Cookies and storage that scripts can see, and what is declared and was not seen. HttpOnly cookies are out of reach. */
export async function listItems(consent: Consent): Promise<Row[]> {
  const { options } = consent
  // The tab's own note of a trial is nothing of the site.
  const present = (await listStorage()).filter(({ name }) => name !== TRIAL)
  const seen = present.map((item): Row => {
    const isRecord = item.kind === 'cookie' && item.name === options.cookie.name
    const note = isRecord && readTrial() ? ' It is not used while a trial is on.' : ''
    const { rule, text } = explainItem(item, {
      settings: options,
      isGranted: consent.isGranted as (name: string) => boolean,
      isDecided: consent.status === 'decided',
      explainName: (name) => consent.explain?.(name) ?? '',
    })
    return {
      title: `${item.kind} "${item.name}"`,
      state: rule ? 'problem' : isRecord ? 'plain' : 'released',
      text: rule ? cite(rule, text) : `${text}${note}`,
    }
  })
  const missing = declaredIn(options).flatMap(({ item, name }): Row[] => {
    const isSeen = present.some((it) => it.kind === kindOf(item) && matches(item.name, it.name))
    if (isSeen || kindOf(item) === 'pixel') return []
    const text = `It is declared under "${name}" and was not seen on this page.`
    return [{ title: `${kindOf(item)} ${write(item.name)}`, state: 'plain', text }]
  })
  return [...seen, ...missing]
}
