/**
 * Keeps a script whose file is loading from running: a script that is in another
 * document than at its preparation is not run
 * (https://html.spec.whatwg.org/multipage/scripting.html#execute-the-script-element).
 */
export function preventExecution(script: Element): void {
  new Document().adoptNode(script)
}
