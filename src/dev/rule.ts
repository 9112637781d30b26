import { didYouMean } from './did-you-mean.js'

/** Looks at one value and answers a sentence for each thing that is wrong with it. */
export type Rule = (value: unknown, option: string) => string[]

/** A value as an author wrote it. */
export function quote(value: unknown): string {
  if (typeof value === 'function') return value.name ? `the function ${value.name}` : 'a function'
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** What a test finds good; `says` names the values that are. */
export const when =
  (isGood: (value: unknown) => boolean, says: string): Rule =>
  (value, option) =>
    isGood(value) ? [] : [`${option}: ${quote(value)} is not used. Use ${says}.`]

/** One of some words. */
export const oneOf =
  (...values: readonly unknown[]): Rule =>
  (value, option) =>
    values.includes(value)
      ? []
      : [
          `${option}: ${quote(value)} is not used. ${didYouMean(
            String(value),
            values.map((it) => String(it)),
          )}`,
        ]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object of known names. */
export const fields =
  (rules: { readonly [name: string]: Rule }): Rule =>
  (value, option) => {
    if (!isObject(value)) return [`${option}: ${quote(value)} is not used. Use an object.`]
    return Object.entries(value).flatMap(([name, it]) => {
      const path = option ? `${option}.${name}` : name
      const rule = Object.hasOwn(rules, name) && rules[name]
      if (!rule) return [`${path}: there is no such option. ${didYouMean(name, Object.keys(rules))}`]
      // Left out, or left empty in a file.
      return it == null ? [] : rule(it, path)
    })
  }

/** An object of the author's names, which may have to be of a kind. */
export const mapOf =
  (rule: Rule, name: Rule = () => []): Rule =>
  (value, option) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, it]) => [
          ...name(key, option),
          ...(it == null ? [] : rule(it, `${option}.${key}`)),
        ])
      : [`${option}: ${quote(value)} is not used. Use an object.`]

export const listOf =
  (rule: Rule): Rule =>
  (value, option) =>
    Array.isArray(value)
      ? value.flatMap((it, index) => rule(it, `${option}[${index}]`))
      : [`${option}: ${quote(value)} is not used. Use a list.`]

/** Whatever one of the rules takes; else the sentence of the last. */
export const either =
  (...rules: readonly Rule[]): Rule =>
  (value, option) => {
    const found = rules.map((rule) => rule(value, option))
    return found.some((it) => !it[0]) ? [] : (found.at(-1) ?? [])
  }
