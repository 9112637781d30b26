import type { ReadTag } from '../../api/plugin-tag.js'
import { readTypes } from '../define-signal/read-types.js'
import type { ShopifyOptions } from './index.js'

const known = ['analytics', 'marketing', 'preferences', 'sale_of_data']

/** `data-types="analytics=statistics marketing=marketing"`. */
export const readTag: ReadTag<ShopifyOptions> = ({ types }, refuse) => ({
  types: readTypes(types, refuse, known),
})
