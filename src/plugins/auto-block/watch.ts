import type { Guard } from './guard.js'

/**
 * Holds what the parser puts in. Before a script of the page's markup is run, the parser lets observers speak
 * (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incdata).
 * @returns stops watching
 */
export function watchParser({ holdUnder }: Guard): () => void {
  // Code that puts in a script with a file was asked before.
  const willRun = (script: HTMLScriptElement) =>
    document.readyState === 'loading' && script.hasAttribute('src')
  const seen = new WeakSet<ShadowRoot>()
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        holdUnder(node, willRun)
        // Declarative shadow roots: the parser adds each host by itself.
        const { shadowRoot } = node
        if (!shadowRoot || seen.has(shadowRoot)) continue
        seen.add(shadowRoot)
        holdUnder(shadowRoot, willRun)
        observer.observe(shadowRoot, { childList: true, subtree: true })
      }
    }
  })
  observer.observe(document, { childList: true, subtree: true })
  return () => observer.disconnect()
}
