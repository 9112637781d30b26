import type { ReadTag } from '../../api/plugin-tag.js'
import type { TiktokOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<TiktokOptions> = ({ category }) => ({ category })
