/** Lets the browser answer input and paint. Not slowed down in hidden pages, as timers are. */
export function yieldToBrowser(): Promise<unknown> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return (
    scheduler?.yield?.() ??
    // Safari has no `scheduler.yield`, and clamps nested timers to 4 ms.
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(0)
    })
  )
}

/** Resolves when what was just changed has been painted; soon, where nothing is painted. */
export function whenPainted(): Promise<unknown> {
  return new Promise((resolve) => {
    if (document.hidden) resolve(0)
    else requestAnimationFrame(() => yieldToBrowser().then(resolve))
    // A tab that is hidden in between gets no more frames.
    setTimeout(resolve, 200)
  })
}
