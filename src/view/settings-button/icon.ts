import { type Element, element } from '../../browser/markup.js'
import type { SettingsButtonOptions } from '../../model/banner.js'

/** Strokes in a square of 24. */
const paths = {
  cookie: 'M12 3a9 9 0 1 0 9 9 4 4 0 0 1-4.5-4.5A4 4 0 0 1 12 3ZM8.5 9.5v.1m3 3.9v.1m4-.1v.1m-6.5 2.9v.1',
  shield:
    'M12 3c2.5 1.8 5 2.6 8 2.8V11c0 4.7-3.2 8.2-8 10-4.8-1.8-8-5.3-8-10V5.8c3-.2 5.5-1 8-2.8Zm-3.5 8.7 2.5 2.5 4.5-4.7',
  sliders: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 5v4M9 15v4',
}

const size = { width: '24', height: '24' }

/** The picture on the floating button. */
export function drawIcon(icon: NonNullable<SettingsButtonOptions['icon']>): Element {
  if (typeof icon === 'object') return element('img', { ...size, src: icon.src, alt: '' })
  return element(
    'svg',
    { ...size, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    element('path', { d: paths[icon] ?? paths.cookie }),
  )
}
