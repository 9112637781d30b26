import type { ReadTag } from '../../api/plugin-tag.js'
import { readTypes } from '../define-signal/read-types.js'
import type { SegmentOptions } from './index.js'

/** `data-types="analytics=statistics"`. */
export const readTag: ReadTag<SegmentOptions> = ({ types }, refuse) => ({ types: readTypes(types, refuse) })
