/**
 * Reads the JSON block that an attribute names. Only a data block may speak: an element of another kind can be
 * content of a visitor.
 *
 * @param selector value of `data-config`
 * @throws Error naming the attribute and the cure
 */
export function readJsonBlock<T extends object>(selector: string): T {
  try {
    const block = document.querySelector(selector)
    if (block instanceof HTMLScriptElement && block.type === 'application/json') {
      const value: unknown = JSON.parse(block.text)
      if (typeof value === 'object' && value) return value as T
    }
  } catch {
    // No selector, or no JSON.
  }
  throw new Error(
    `[askfirst] data-config="${selector}" does not lead to a JSON object. Put a <script type="application/json"> with that id before this tag.`,
  )
}
