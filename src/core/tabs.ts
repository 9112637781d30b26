/** Tells the site's other tabs about a decision, and hears theirs. */
export interface Tabs {
  broadcast(): void
  stop(): void
}

/** How long (ms) another tab's cookie is waited for: Firefox shows it some time after the message. */
const PATIENCE = 2000

/**
 * A message between tabs is a hint to read the cookie. It carries no answer: every script of the origin can
 * send one.
 *
 * @param onSync the cookie may have changed; `isRestored`: the page came back from the back/forward cache, so
 * the visitor has not begun to work on it
 * @param isStale whether the storage holds something that this page does not know
 */
export function createTabs(
  name: string,
  onSync: (isRestored: boolean) => void,
  isStale: () => boolean,
): Tabs {
  let channel: BroadcastChannel | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAway = false
  const events = ['focus', 'pageshow', 'pagehide', 'visibilitychange']

  function look(delay: number): void {
    clearTimeout(timer)
    if (isStale()) onSync(false)
    else if (delay < PATIENCE) timer = setTimeout(look, delay, delay * 2)
  }
  function close(): void {
    clearTimeout(timer)
    channel?.close()
    channel = undefined
  }
  function onEvent({ type, persisted }: { readonly type: string; readonly persisted?: boolean }): void {
    // On both ways `visibilitychange` comes between `pagehide` and `pageshow`: a page on its way must not
    // open its channel again, nor one on its way back hear of a change as if it had been here.
    if (/^page/.test(type)) isAway = type === 'pagehide'
    else if (isAway) return
    // A message to an open channel throws a page out of the back/forward cache.
    close()
    if (isAway) return
    // Sandboxed documents have no channel; re-reading when they are looked at is enough for them.
    try {
      channel = new BroadcastChannel(name)
      channel.onmessage = ({ data }) => {
        if (typeof data === 'string') look(1)
      }
    } catch {}
    if (type) onSync(!!persisted)
  }
  onEvent({ type: '' })
  for (const event of events) addEventListener(event, onEvent)
  return {
    broadcast: () => channel?.postMessage('decided'),
    stop() {
      for (const event of events) removeEventListener(event, onEvent)
      close()
    },
  }
}
