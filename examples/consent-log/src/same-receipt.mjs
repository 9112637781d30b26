import { receiptFields } from './receipt-fields.mjs'

const plain = (value) =>
  typeof value === 'object' ? JSON.stringify(Object.entries(value).sort()) : String(value)

/** Whether both say the same. Databases keep neither the order of choices nor trailing zeros of times. */
export function isSameReceipt(one, other) {
  return receiptFields.every((field) =>
    field === 'time'
      ? Date.parse(one.time) === Date.parse(other.time)
      : plain(one[field]) === plain(other[field]),
  )
}
