import type { ReadTag } from '../../api/plugin-tag.js'
import type { PrivacyChoicesOptions } from './index.js'

/** `data-categories="marketing statistics.ads"`, `data-title`, `data-status`, `data-confirmation="false"`. */
export const readTag: ReadTag<PrivacyChoicesOptions> = ({ categories, title, status, confirmation }) => ({
  categories: categories?.split(/\s+/).filter((name) => name),
  title: title || undefined,
  status: status || undefined,
  confirmation: confirmation === undefined ? undefined : confirmation !== 'false',
})
