/**
 * @typedef {object} LogEntry
 * @property {number} id
 * @property {number} at milliseconds since 1970
 * @property {string} page host of the demo page that made the browser ask
 * @property {string} host
 * @property {string} path
 * @property {string} kind what the browser wanted it for: `script`, `image`, `iframe`, …
 * @property {string[]} sent names of the cookies that came with the request
 * @property {string[]} set names of the cookies the answer sets
 */

/** Remembers the latest requests to third parties and tells listeners of each new one. */
export function createRequestLog(limit = 1000) {
  /** @type {LogEntry[]} */
  const entries = []
  const listeners = new Set()
  let lastId = 0

  return {
    /** @param {Omit<LogEntry, 'id' | 'at'>} request */
    add(request) {
      const entry = { id: ++lastId, at: Date.now(), ...request }
      entries.push(entry)
      if (entries.length > limit) entries.shift()
      for (const listener of listeners) listener(entry)
    },
    /** @returns {LogEntry[]} what `page` caused at or after `time` */
    since: (page, time) => entries.filter((entry) => entry.page === page && entry.at >= time),
    /** @returns {() => void} stops listening */
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
