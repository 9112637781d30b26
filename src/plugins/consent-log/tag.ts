import type { ReadTag } from '../../api/plugin-tag.js'

/** `data-endpoint="https://log.example/receipts" data-hash="…"`. */
export const readTag: ReadTag<{ endpoint: string; hash: string }> = ({ endpoint, hash }) => ({
  ...(endpoint && { endpoint }),
  ...(hash && { hash }),
})
