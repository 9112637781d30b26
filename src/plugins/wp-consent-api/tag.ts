import type { ReadTag } from '../../api/plugin-tag.js'
import { readTypes } from '../define-signal/read-types.js'
import type { WpConsentApiOptions } from './index.js'

/** `data-types="analytics=statistics"`. */
export const readTag: ReadTag<WpConsentApiOptions> = ({ types }, refuse) => ({
  types: readTypes(types, refuse),
})
