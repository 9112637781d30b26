import type { PluginContext } from '../../api/plugin.js'
import { asking } from './addresses.js'
import type { DeferredQueue } from './deferred-queue.js'
import { compileRules, type Rule } from './rules.js'

interface ExplainOptions {
  readonly rules: readonly Rule[]
  readonly queue: DeferredQueue
  readonly context: () => PluginContext | undefined
}

const write = ({ match }: Rule) =>
  typeof match === 'string'
    ? `"${match}"`
    : typeof match === 'function'
      ? `${match.name || 'a function'}`
      : `${match}`

/** Development builds alone: which rule an element or address falls under, and whether it waits. */
export function createExplain({
  rules,
  queue,
  context,
}: ExplainOptions): (subject: Element | URL) => string | undefined {
  const tests = rules.map((rule) => [rule, compileRules([rule], () => {})] as const)

  const findRule = (address: string) => tests.find(([, test]) => test(address) !== undefined)?.[0]

  function explainAddress(address: string): string {
    const rule = findRule(address)
    if (!rule) return `No rule of auto-block matches ${address}: it goes through.`
    const { category } = rule
    const because = context()?.explainName?.(category) ?? `no consent object answers for "${category}" yet`
    const verdict = queue.isHeld(category) ? 'is held' : 'may go'
    return `${address} ${verdict} by the rule ${write(rule)} of auto-block, because ${because}.`
  }

  return (subject) => {
    if (subject instanceof URL) return explainAddress(subject.href)
    const { dataset } = subject as HTMLElement
    const addresses = (asking[subject.localName] ?? []).flatMap(
      (name) => subject.getAttribute(`data-${name}`) ?? subject.getAttribute(name) ?? [],
    )
    // The gate says what holds a tag, whoever has written it.
    const sentences = addresses.flatMap((address) => {
      if (dataset.category === undefined) return explainAddress(address)
      const rule = findRule(address)
      return rule ? `The rule ${write(rule)} of auto-block covers its address.` : []
    })
    return sentences.join(' ') || undefined
  }
}
