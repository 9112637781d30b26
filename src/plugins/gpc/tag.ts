import type { ReadTag } from '../../api/plugin-tag.js'
import type { GpcOptions } from './index.js'

/** `data-denies="marketing statistics"`, `data-dnt`, `data-status="false"`. */
export const readTag: ReadTag<GpcOptions> = ({ denies, dnt, status }) => ({
  denies: denies?.split(/\s+/).filter((name) => name),
  dnt: dnt === undefined ? undefined : dnt !== 'false',
  status: status === undefined ? undefined : status !== 'false',
})
