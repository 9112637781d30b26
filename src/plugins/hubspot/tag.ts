import type { ReadTag } from '../../api/plugin-tag.js'
import { readTypes } from '../define-signal/read-types.js'
import type { HubspotOptions } from './index.js'

const known = ['analytics', 'advertisement', 'functionality']

/** `data-types="analytics=statistics advertisement=marketing"`. */
export const readTag: ReadTag<HubspotOptions> = ({ types }, refuse) => ({
  types: readTypes(types, refuse, known),
})
