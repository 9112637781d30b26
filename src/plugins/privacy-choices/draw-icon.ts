const SVG = 'http://www.w3.org/2000/svg'

/** The two colours of the official file. */
const BLUE = '#06f'
const WHITE = '#fff'

/**
 * Colour and outline, in the order of painting, in a box of 30 by 14: the white half, the blue ring and half, the
 * cross, the tick. The regulation prescribes the picture (11 CCR section 7015(b); file of the Attorney General,
 * https://oag.ca.gov/privacy/ccpa/icons-download).
 */
const shapes: readonly [colour: string, outline: string][] = [
  [WHITE, 'M7.4 12.8h6.8l3.1-11.6H7.4C4.2 1.2 1.6 3.8 1.6 7s2.6 5.8 5.8 5.8z'],
  [
    BLUE,
    'M22.6 0H7.4c-3.9 0-7 3.1-7 7s3.1 7 7 7h15.2c3.9 0 7-3.1 7-7s-3.2-7-7-7zM1.6 7c0-3.2 2.6-5.8 5.8-5.8h9.9l-3.1 11.6H7.4C4.2 12.8 1.6 10.2 1.6 7z',
  ],
  [
    WHITE,
    'M24.6 4c.2.2.2.6 0 .8L22.5 7l2.2 2.2c.2.2.2.6 0 .8-.2.2-.6.2-.8 0l-2.2-2.2-2.2 2.2c-.2.2-.6.2-.8 0-.2-.2-.2-.6 0-.8L20.8 7l-2.2-2.2c-.2-.2-.2-.6 0-.8.2-.2.6-.2.8 0l2.2 2.2L23.8 4c.2-.2.6-.2.8 0z',
  ],
  [
    BLUE,
    'M12.7 4.1c.2.2.3.6.1.8L8.6 9.8c-.1.1-.2.2-.3.2-.2.1-.5.1-.7-.1L5.4 7.7c-.2-.2-.2-.6 0-.8.2-.2.6-.2.8 0L8 8.6l3.8-4.5c.2-.2.6-.2.9 0z',
  ],
]

/** The opt-out icon of California, as high as a capital letter of the text and a little more. */
export function drawIcon(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 30 14')
  // The title is beside it.
  svg.setAttribute('aria-hidden', 'true')
  // Set by script these pass `style-src 'self'` and win over rules of the page such as `svg{fill:currentColor}`.
  svg.style.cssText =
    'display:inline-block;inline-size:auto;block-size:.95em;aspect-ratio:30/14;margin-inline-start:.4em;vertical-align:-.1em'
  for (const [colour, outline] of shapes) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', outline)
    path.style.cssText = `fill:${colour};fill-rule:evenodd;stroke:none`
    svg.append(path)
  }
  return svg
}
