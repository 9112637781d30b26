import type { ReadTag } from '../../api/plugin-tag.js'

/**
 * `data-endpoint="https://log.example/receipts" data-hash="…"`.
 * @throws Error without an endpoint
 */
export const readTag: ReadTag<{ endpoint: string; hash: string }> = ({ endpoint, hash }, _, config) => {
  if (!endpoint && !config.endpoint)
    throw new Error('[askfirst] data-endpoint is missing. Give the address that takes receipts.')
  return { ...(endpoint && { endpoint }), ...(hash && { hash }) }
}
