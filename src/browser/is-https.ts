/** Whether the page is on https; outside a browser nothing says that it is not. */
export const isHttps = (): boolean => (globalThis.location?.protocol ?? 'https:') === 'https:'
