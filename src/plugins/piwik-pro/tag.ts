import type { ReadTag } from '../../api/plugin-tag.js'
import { readTypes } from '../define-signal/read-types.js'
import type { PiwikProOptions } from './index.js'

/** `data-types="analytics=statistics"`. */
export const readTag: ReadTag<PiwikProOptions> = ({ types }, refuse) => ({ types: readTypes(types, refuse) })
