import { ahead, behind, choiceName, mostChoices, patterns } from './limits.mjs'
import { receiptFields } from './receipt-fields.mjs'

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Why `receipt` is not one, in words, or `undefined`: unknown and missing fields, sizes, characters, times. The
 * answer names fields of the receipt at most and never repeats what was sent.
 */
export function refusal(receipt, now = Date.now()) {
  if (!isObject(receipt)) return 'The body is not a JSON object.'
  if (Object.keys(receipt).some((field) => !receiptFields.includes(field)))
    return 'There is an unknown field.'
  for (const field of receiptFields)
    if (!Object.hasOwn(receipt, field)) return `The field "${field}" is missing.`
  for (const [field, pattern] of Object.entries(patterns))
    if (typeof receipt[field] !== 'string' || !pattern.test(receipt[field]))
      return `The field "${field}" is not as it should be.`

  const choices = isObject(receipt.choices) ? Object.entries(receipt.choices) : []
  if (!isObject(receipt.choices) || choices.length > mostChoices)
    return 'The field "choices" is not as it should be.'
  if (choices.some(([key, answer]) => !choiceName.test(key) || typeof answer !== 'boolean'))
    return 'The field "choices" is not as it should be.'

  const time = Date.parse(receipt.time)
  if (!(time <= now + ahead)) return 'The field "time" lies in the future.'
  // `Date` goes on counting: the 30th of February would be kept as the 2nd of March.
  if (new Date(time).toISOString().slice(0, 10) !== receipt.time.slice(0, 10))
    return 'The field "time" is no date.'
  if (time < now - behind) return 'The field "time" lies too far in the past.'
  return undefined
}
