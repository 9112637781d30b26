/** One per document: a mark that came with saved markup of another one means nothing here. */
const token = () => `${performance.timeOrigin}`

/**
 * Makes a script that has been started look as it did before, so that whatever copies
 * it later (Turbo's frames and snapshots, carousels) copies inert markup, and says on it
 * that it has run: neither does such a copy run again.
 */
export function markExecuted(script: HTMLScriptElement): void {
  script.type = 'text/plain'
  script.dataset.ran = token()
}

export function unmarkExecuted(script: HTMLScriptElement): void {
  delete script.dataset.ran
}

export const hasExecuted = ({ dataset }: HTMLElement): boolean => dataset.ran === token()
