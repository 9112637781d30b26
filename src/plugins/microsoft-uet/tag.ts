import type { ReadTag } from '../../api/plugin-tag.js'
import type { MicrosoftUetOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<MicrosoftUetOptions> = ({ category }) => ({ category })
