import type { ReadTag } from '../../api/plugin-tag.js'
import type { IntercomOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<IntercomOptions> = ({ category }) => ({ category })
