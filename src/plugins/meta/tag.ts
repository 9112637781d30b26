import type { ReadTag } from '../../api/plugin-tag.js'
import type { MetaOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<MetaOptions> = ({ category }) => ({ category })
