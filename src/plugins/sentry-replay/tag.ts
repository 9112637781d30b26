import type { ReadTag } from '../../api/plugin-tag.js'
import type { SentryReplayOptions } from './index.js'

/** `data-category`. */
export const readTag: ReadTag<SentryReplayOptions> = ({ category }) => ({ category })
