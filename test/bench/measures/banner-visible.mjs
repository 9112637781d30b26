/** Runs in the page from its start: notes the first frame that shows half of the button, half opaque. */
function watch([selector, host]) {
  const isShown = () => {
    const root = host ? document.querySelector(host)?.shadowRoot : document
    const button = root?.querySelector(selector)
    const box = button?.getBoundingClientRect()
    if (!box?.height || box.top + box.height / 2 > innerHeight || box.bottom < box.height / 2) return false
    let opacity = 1
    for (let node = button; node; node = node.parentElement ?? node.getRootNode().host) {
      const style = getComputedStyle(node)
      if (style.visibility === 'hidden') return false
      opacity *= Number(style.opacity)
    }
    return opacity >= 0.5
  }
  window.shown = new Promise((resolve) => {
    const look = () => {
      if (!isShown()) return requestAnimationFrame(look)
      // A message comes after the frame that is being made.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(0)
    }
    requestAnimationFrame(look)
  })
}

const toBanner = (title, throttle) => ({
  titles: [title],
  async run({ visit, library: { accept, host } }) {
    const { page } = await visit('', { ...throttle, init: [watch, [accept, host]] })
    return [await page.evaluate(() => shown)]
  },
})

export default {
  title: 'First visit → accept button visible, ms from the start of the navigation',
  note: 'Cold cache. Visible: painted, half of it on screen, half opaque.',
  runs: [
    toBanner('unthrottled', {}),
    toBanner('6 × CPU slowdown', { slowdown: 6 }),
    toBanner('slow 4G', { network: 'slow 4G' }),
  ],
}
