import type { ElementHandle } from 'playwright-core'

/**
 * Switches off what can be switched off in a dialog.
 * @returns the labels of those that were on
 */
export function switchOff(banner: ElementHandle<Element>, isReal: boolean): Promise<string[]> {
  return banner.evaluate((box, press) => {
    const labels: string[] = []
    const boxes = [box, ...(box.shadowRoot ? [box.shadowRoot] : [])]
    for (const place of boxes) {
      for (const element of place.querySelectorAll('input[type=checkbox], [role=switch], [role=checkbox]')) {
        const input = element as HTMLInputElement
        const isOn = 'checked' in input ? input.checked : element.getAttribute('aria-checked') === 'true'
        const isFixed =
          input.disabled ||
          input.readOnly ||
          element.getAttribute('aria-disabled') === 'true' ||
          element.closest('fieldset[disabled]')
        const label = input.labels?.[0]
        // The drawn switch may be the label, and the box itself hidden.
        const drawn = [element, ...(label ? [label] : [])].some((one) => one.getClientRects().length > 0)
        if (!isOn || isFixed || !drawn) continue
        // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is written
        const name = element.getAttribute('aria-label') || label?.innerText || element.id || 'without a label'
        labels.push(name.replace(/\s+/g, ' ').trim().slice(0, 60))
        if (press) (element as HTMLElement).click()
      }
    }
    return labels
  }, isReal)
}
