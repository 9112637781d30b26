import type { ReadTag } from '../../api/plugin-tag.js'
import type { FullstoryOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<FullstoryOptions> = ({ category }) => ({ category })
