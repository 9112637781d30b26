/** Milliseconds after which a message or frame of the browser is not waited for any longer. */
const PATIENCE = 200

/**
 * Lets the browser answer input, paint and do the page's other tasks. Neither a
 * timer, which is slow in hidden pages and when nested, nor `scheduler.yield`,
 * which goes before every other task of the page.
 */
export function yieldToMain(): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    // A page that is frozen or overrides messages may never get this one.
    const timer = setTimeout(resolve, PATIENCE)
    port1.onmessage = () => {
      clearTimeout(timer)
      resolve(0)
    }
    port2.postMessage(0)
  })
}

/** Resolves when the last change has been painted; soon, where nothing is painted. */
export function afterNextPaint(): Promise<unknown> {
  return new Promise((resolve) => {
    if (document.hidden) resolve(0)
    else requestAnimationFrame(() => yieldToMain().then(resolve))
    // A tab that is hidden in between gets no more frames.
    setTimeout(resolve, PATIENCE)
  })
}
