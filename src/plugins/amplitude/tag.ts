import type { ReadTag } from '../../api/plugin-tag.js'
import type { AmplitudeOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<AmplitudeOptions> = ({ category }) => ({ category })
