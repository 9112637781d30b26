import type { Guard } from './guard.js'

const WHAT = { childList: true, characterData: true, subtree: true }

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
    for (const { type, target, addedNodes } of records) {
      // The text of an inline script comes in parts where the network has cut it.
      const script = type === 'characterData' ? target.parentNode : target
      if (script instanceof HTMLScriptElement && script.type !== 'text/plain') holdUnder(script, willRun)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        holdUnder(node, willRun)
        // Declarative shadow roots: the parser adds each host by itself.
        const { shadowRoot } = node
        if (!shadowRoot || seen.has(shadowRoot)) continue
        seen.add(shadowRoot)
        holdUnder(shadowRoot, willRun)
        observer.observe(shadowRoot, WHAT)
      }
    }
  })
  observer.observe(document, WHAT)
  return () => observer.disconnect()
}
