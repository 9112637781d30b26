import type { CookieItem } from '../model/categories.js'

/** What is gone with the session: said so, kept in the session's own storage, or never stored here (a pixel). */
export function isSession({ duration, kind }: Pick<CookieItem, 'duration' | 'kind'>): boolean {
  return duration ? duration === 'session' : kind === 'session-storage' || kind === 'pixel'
}
