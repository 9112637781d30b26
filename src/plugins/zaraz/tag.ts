import type { ReadTag } from '../../api/plugin-tag.js'
import { readTypes } from '../define-signal/read-types.js'
import type { ZarazOptions } from './index.js'

/**
 * `data-types="dgHk=statistics pQcJ=marketing"`, by the ids of the purposes.
 * @throws Error without them
 */
export const readTag: ReadTag<ZarazOptions> = ({ types }, refuse, config) => {
  const read = readTypes(types, refuse) ?? config.types
  if (!read)
    throw new Error('[askfirst] data-types is missing. Give a category for the id of each Zaraz purpose.')
  return { types: read }
}
