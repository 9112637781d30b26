/** Tells the site's other tabs about a decision, and hears theirs. */
export interface Tabs {
  /** @param value the encoded record */
  broadcast(value: string): void
  stop(): void
}

/**
 * @param onSync the cookie may have changed, to `value` if that is known; `restored`: the
 * page came back from the back/forward cache, so nobody has begun to work on it
 */
export function createTabs(name: string, onSync: (restored: boolean, value?: string) => void): Tabs {
  let channel: BroadcastChannel | undefined
  let isAway = false
  const events = ['focus', 'pageshow', 'pagehide', 'visibilitychange']

  function onEvent({ type, persisted }: { readonly type: string; readonly persisted?: boolean }): void {
    // On both ways `visibilitychange` comes between `pagehide` and `pageshow`: a page on its way must not
    // open its channel again, nor one on its way back hear of a change as if it had been here.
    if (/^page/.test(type)) isAway = type === 'pagehide'
    else if (isAway) return
    // A message to an open channel throws a page out of the back/forward cache.
    channel?.close()
    channel = undefined
    if (isAway) return
    // Sandboxed documents have no channel; re-reading when they are looked at is enough for them.
    try {
      channel = new BroadcastChannel(name)
      channel.onmessage = ({ data }) => onSync(false, data)
    } catch {}
    if (type) onSync(!!persisted)
  }
  onEvent({ type: '' })
  for (const event of events) addEventListener(event, onEvent)
  return {
    broadcast: (value) => channel?.postMessage(value),
    stop() {
      for (const event of events) removeEventListener(event, onEvent)
      channel?.close()
    },
  }
}
