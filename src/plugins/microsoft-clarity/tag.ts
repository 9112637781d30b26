import type { ReadTag } from '../../api/plugin-tag.js'
import { readTypes } from '../define-signal/read-types.js'
import type { MicrosoftClarityOptions } from './index.js'

const known = ['ad_Storage', 'analytics_Storage']

/** `data-types="ad_Storage=marketing analytics_Storage=statistics"`. */
export const readTag: ReadTag<MicrosoftClarityOptions> = ({ types }, refuse) => ({
  types: readTypes(types, refuse, known),
})
