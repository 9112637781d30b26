import { categoryOf, isDeclared, namesOf } from '../../model/names.js'
import { own } from '../../model/own.js'
import type { Choices, ConsentRecord } from '../../model/record.js'
import type { Settings } from '../../model/settings.js'
import { closest } from '../did-you-mean.js'
import { writeTime } from './write-time.js'

/** Who answers for names on a page. */
export interface Answerers {
  readonly settings: Settings
  readonly record: () => ConsentRecord | undefined
  /** Answers that plugins presume, by the plugin's name. */
  readonly presumed: () => readonly (readonly [plugin: string, answers: Choices])[]
}

/** Says in a clause who answered for a name, how and when: `"statistics" was refused on … (source "banner")`. */
export type ExplainName = (name: string) => string

export function createExplainName({ settings, record, presumed }: Answerers): ExplainName {
  const { categories, policy, region, regions } = settings

  function explainUnknown(name: string): string {
    const meant = closest(name, namesOf(settings))
    const option = Object.hasOwn(categories, categoryOf(name))
      ? `services of "${categoryOf(name)}"`
      : 'categories option'
    return `"${name}" is not in the ${option}${meant ? ` (did you mean "${meant}"?)` : ''}`
  }

  /** What a name is without an answer, and where the region of the visitor makes it so. */
  function explainModel(name: string): string {
    const { model = 'opt-in' } = categories[categoryOf(name)] ?? {}
    const place = region
      ? ` in the region ${region}`
      : ', the strictest, because the option region is not set'
    // Where no region changes it, the region is nothing to speak of.
    const isOfRegion = Object.values(regions ?? {}).some((it) => it?.categories?.[categoryOf(name)]?.model)
    const where = isOfRegion ? place : ''
    if (model !== 'opt-in') return `"${name}" is granted until it is refused (model ${model}${where})`
    const taken = record()
    const since = taken ? `: the record of ${writeTime(taken.decidedAt)} is without it` : ''
    return `"${name}" is not answered yet${where ? ` (model opt-in${where})` : ''}${since}`
  }

  function explainAnswer(name: string): string {
    const category = categoryOf(name)
    const given = record()
    const choices = given?.choices ?? {}
    const itself = own(choices, name)
    const answer = itself ?? own(choices, category)
    if (given && answer !== undefined) {
      const what = answer ? 'granted' : 'refused'
      const old =
        given.policy === policy.version
          ? ''
          : `, under the policy version "${given.policy}", which is asked again`
      const when = `${what} on ${writeTime(given.decidedAt)} (source "${given.source}"${old})`
      return itself === undefined && name !== category
        ? `"${name}" follows "${category}", which was ${when}`
        : `"${name}" was ${when}`
    }
    for (const [plugin, answers] of [...presumed()].reverse()) {
      const it = own(answers, name) ?? own(answers, category)
      if (it !== undefined)
        return `the plugin "${plugin}" ${it ? 'grants' : 'refuses'} "${name}" until the visitor answers`
    }
    return explainModel(name)
  }

  return (name) => {
    if (!isDeclared(settings, name)) return explainUnknown(name)
    return categories[categoryOf(name)]?.required
      ? `"${name}" is required and needs no answer`
      : explainAnswer(name)
  }
}
