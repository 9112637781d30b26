import type { ReadTag } from '../../api/plugin-tag.js'
import type { ZendeskOptions } from './index.js'

/** `data-category`, `data-refused="none|functional"`. */
export const readTag: ReadTag<ZendeskOptions> = ({ category, refused }, refuse) => {
  const isKnown = refused === 'none' || refused === 'functional'
  if (refused !== undefined && !isKnown) refuse('refused', 'none or functional')
  return { category, refused: isKnown ? refused : undefined }
}
