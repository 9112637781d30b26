import type { onMove } from '../parts/moves.js'

const isRunning = ({ playState }: Animation): boolean => playState === 'running'

/** The element and all that is around it, hosts of shadow roots included. */
function chainOf(element: Element): Element[] {
  const chain: Element[] = []
  for (let node: Element | undefined = element; node; ) {
    chain.push(node)
    node = node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host
  }
  return chain
}

/**
 * Calls `place` whenever something may have moved, shown or hidden an element: sizes, scrolling, other things that
 * move it, classes and styles around it, and in each frame of a transition or animation around it.
 * @returns stops
 */
export function followMoves(element: HTMLElement, place: () => void, onMoved: typeof onMove): () => void {
  const life = new AbortController()
  const capture = { capture: true, passive: true, signal: life.signal }
  let frame = 0
  let chain: Element[] = []

  const settle = (): void => {
    frame = 0
    if (life.signal.aborted) return
    watch()
    place()
    if (chain.some((it) => it.getAnimations().some(isRunning))) schedule()
  }
  const schedule = (): void => {
    frame ||= requestAnimationFrame(settle)
  }
  const resized = new ResizeObserver(() => place())
  const restyled = new MutationObserver(schedule)
  /** What is around it is another after it was moved. */
  const watch = (): void => {
    const now = chainOf(element)
    if (now.length === chain.length && now.every((it, at) => it === chain[at])) return
    chain = now
    restyled.disconnect()
    resized.disconnect()
    for (const it of chain) restyled.observe(it, { attributeFilter: ['class', 'style', 'hidden', 'open'] })
    // A line may break elsewhere while the element keeps its size.
    for (const it of chain.slice(0, 2)) resized.observe(it)
  }

  const around = ({ target }: Event): void => {
    if (chain.includes(target as Element)) schedule()
  }
  watch()
  for (const type of ['transitionrun', 'transitionend', 'transitioncancel', 'animationstart', 'animationend'])
    document.addEventListener(type, around, capture)
  // Scrolling does not bubble, and any box around the element may do it.
  document.addEventListener('scroll', place, capture)
  // `:hover` and `:focus-within` tell nobody.
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, schedule, capture)
  const stop = onMoved(element, schedule)
  return () => {
    life.abort()
    stop()
    cancelAnimationFrame(frame)
    restyled.disconnect()
    resized.disconnect()
  }
}
