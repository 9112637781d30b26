import type { ReadTag } from '../../api/plugin-tag.js'
import type { PinterestOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<PinterestOptions> = ({ category }) => ({ category })
