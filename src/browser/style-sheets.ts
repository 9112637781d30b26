/**
 * Puts rules on a document or shadow root. Constructable sheets need no `<style>` and no style
 * attribute, so `style-src 'self'` lets them pass, and taking one away leaves what was there.
 * @returns takes them away again
 */
export function addSheet(scope: DocumentOrShadowRoot, css: string): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet]
  return () => {
    scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}
