import { declaredIn } from '../model/declared.js'
import type { Settings } from '../model/settings.js'

/** What is one text, and what may be one by language. */
const plain = ['provider', 'policyUrl', 'duration', 'domain', 'path', 'party', 'kind']
const localised = ['label', 'description', 'purpose', 'legalBasis']

const isText = (value: unknown) => value == null || typeof value === 'string'
const isLocalised = (value: unknown) =>
  isText(value) || (typeof value === 'object' && Object.values(value as object).every(isText))

/**
 * Options may come from a database or a CMS: an object in the place of a text is not written into a page.
 * @throws Error naming the option and the cure
 */
export function checkDeclared(options: Settings): void {
  const check = (path: string, given: object) => {
    for (const [key, value] of Object.entries(given)) {
      const isRight = plain.includes(key) ? isText(value) : !localised.includes(key) || isLocalised(value)
      if (!isRight)
        throw new Error(
          `[askfirst] ${path}.${key}: ${JSON.stringify(value)} cannot be shown. Use a text${plain.includes(key) ? '' : ', or texts by language'}.`,
        )
    }
  }
  for (const [name, category] of Object.entries(options.categories)) {
    check(`categories.${name}`, category)
    for (const [key, service] of Object.entries(category.services))
      check(`categories.${name}.services.${key}`, service)
  }
  for (const { name, item } of declaredIn(options)) check(`cookies of ${name}`, item)
}
