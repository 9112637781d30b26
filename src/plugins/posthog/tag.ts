import type { ReadTag } from '../../api/plugin-tag.js'
import type { PosthogOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<PosthogOptions> = ({ category }) => ({ category })
