import type { ReadTag } from '../../api/plugin-tag.js'
import type { MatomoOptions } from './index.js'

/** `data-category`, `data-waits="tracking|cookies"`. */
export const readTag: ReadTag<MatomoOptions> = ({ category, waits }, refuse) => {
  const isKnown = waits === 'tracking' || waits === 'cookies'
  if (waits !== undefined && !isKnown) refuse('waits', 'tracking or cookies')
  return { category, waits: isKnown ? waits : undefined }
}
