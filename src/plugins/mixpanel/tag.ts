import type { ReadTag } from '../../api/plugin-tag.js'
import type { MixpanelOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<MixpanelOptions> = ({ category }) => ({ category })
