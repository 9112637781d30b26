/**
 * Keeps a script whose file is on its way from running: one that is in another
 * document than the one it was prepared in is not run
 * (https://html.spec.whatwg.org/multipage/scripting.html#execute-the-script-element).
 */
export function preventExecution(script: Element): void {
  document.implementation.createHTMLDocument('').adoptNode(script)
}
