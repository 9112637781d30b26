import type { Control } from '../rules/facts.js'

/**
 * Measures a button as it is drawn. Contrasts follow WCAG 2.2 (relative luminance); pictures behind a text are not
 * looked at. Runs in pages: it is sent as text and must not use anything outside itself.
 */
export function measureControl(element: Element): Control {
  type Colour = readonly [r: number, g: number, b: number, a: number]
  const white: Colour = [255, 255, 255, 1]
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

  /** Any colour of CSS, drawn: `oklch()` and `color()` too. */
  const read = (css: string): Colour => {
    if (!context) return white
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = css
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
    r * a + R * (1 - a),
    g * a + G * (1 - a),
    b * a + B * (1 - a),
    1,
  ]
  const parentOf = (one: Element): Element | null => {
    if (one.parentElement) return one.parentElement
    const root = one.getRootNode()
    return root instanceof ShadowRoot ? root.host : null
  }
  const surfaceOf = (one: Element | null): Colour => {
    const layers: Colour[] = []
    for (let at = one; at; at = parentOf(at)) {
      const colour = read(getComputedStyle(at).backgroundColor)
      layers.unshift(colour)
      if (colour[3] === 1) break
    }
    return layers.reduce((under, layer) => over(layer, under), white)
  }
  const luminance = ([r, g, b]: Colour) => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const contrast = (a: Colour, b: Colour) => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
    return Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100
  }

  const style = getComputedStyle(element)
  const { width, height } = element.getBoundingClientRect()
  const surface = surfaceOf(element)
  // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is written
  const label = element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText
  return {
    label: (label || element.getAttribute('aria-label') || '').replace(/\s+/g, ' ').trim().slice(0, 60),
    tag: element.localName,
    width: Math.round(width),
    height: Math.round(height),
    fontSize: Number.parseFloat(style.fontSize),
    fontWeight: Number.parseInt(style.fontWeight, 10) || 400,
    contrast: contrast(over(read(style.color), surface), surface),
    prominence: contrast(surface, surfaceOf(parentOf(element))),
  }
}
