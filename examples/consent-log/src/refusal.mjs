import { receiptFields } from './receipt-fields.mjs'

const day = 86_400_000
/** Clocks of visitors are wrong, mostly by the hours of a time zone; by more than a day a time is of no use as proof. */
const ahead = day
const behind = 400 * day
const mostChoices = 100

const patterns = {
  key: /^[\w-]{8,64}$/,
  id: /^[\w-]{8,64}$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/,
  policy: /^[\w.~-]{0,64}$/,
  texts: /^[\w.:+/=-]{0,128}$/,
  // What pages write into `lang`, `fr_FR` too: a proof is not lost for it.
  locale: /^[\w-]{0,35}$/,
  source: /^[a-z0-9-]{1,64}$/,
  surface: /^[a-z-]{0,32}$/,
  version: /^\d{1,5}\.\d{1,5}\.\d{1,5}(-[\w.-]{1,32})?$/,
}
const name = /^[a-z][a-z0-9_-]{0,63}(\.[a-z][a-z0-9_-]{0,63})?$/

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
  if (choices.some(([key, answer]) => !name.test(key) || typeof answer !== 'boolean'))
    return 'The field "choices" is not as it should be.'

  const time = Date.parse(receipt.time)
  if (!(time <= now + ahead)) return 'The field "time" lies in the future.'
  // `Date` goes on counting: the 30th of February would be kept as the 2nd of March.
  if (new Date(time).toISOString().slice(0, 10) !== receipt.time.slice(0, 10))
    return 'The field "time" is no date.'
  if (time < now - behind) return 'The field "time" lies too far in the past.'
  return undefined
}
