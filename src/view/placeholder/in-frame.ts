import { focus, focusedElement } from '../parts/focus.js'
import { frameDocument } from './frame-document.js'
import css from './placeholder.css'
import type { Stand } from './stand.js'
import type { PlaceholderSurface } from './surface.js'

/**
 * Custom properties end at a frame: the page's own are handed in. A frame of another colour scheme than the page's is
 * opaque (CSS Color Adjust section 2.4), which would be seen at round corners.
 */
const PROPERTIES = [
  'color-scheme',
  ...['background', 'text', 'border', 'radius', 'font'].map((name) => `--askfirst-${name}`),
]

/**
 * Draws in the frame's own blank document: it moves, scales, clips, hides and is cloned with its frame, its clicks
 * and keys are its own, and no node is added to the page. The document is of the page's origin and policies; a style
 * sheet made by its own window passes `style-src 'self'`.
 */
export const standInFrame: Stand = ({ element: frame, create, content, language }) => {
  let surface: PlaceholderSurface | undefined
  let inner: Document | undefined

  const draw = (): void => {
    const found = frameDocument(frame)
    if (found !== inner || (found && !surface?.element.isConnected)) {
      clear()
      inner = found
      if (found) put(found)
    }
    if (!inner || !surface) return
    const description = content()
    const { documentElement: root } = inner
    const style = getComputedStyle(frame)
    for (const name of PROPERTIES) root.style.setProperty(name, style.getPropertyValue(name))
    const { lang, dir } = language()
    Object.assign(root, { lang, dir: dir || style.direction })
    // Readers name a frame without a title after its document.
    inner.title = description.source
    surface.draw(description)
  }

  const put = (document: Document): void => {
    const { CSSStyleSheet } = document.defaultView as Window & typeof globalThis
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
    surface = create(document)
    document.body.append(surface.element)
    surface.guard(surface.element, frame)
  }

  const clear = (): void => {
    surface?.end()
    surface = undefined
    if (!inner) return
    inner.adoptedStyleSheets = []
    inner.querySelector('title')?.remove()
    for (const name of ['style', 'lang', 'dir']) inner.documentElement.removeAttribute(name)
    inner = undefined
  }

  // Its document is another one after it was moved; older Firefox replaces the first one a moment later.
  frame.addEventListener('load', draw)
  draw()
  return {
    draw,
    end() {
      frame.removeEventListener('load', draw)
      // Chromium takes the focus away with the blank document when another site's comes.
      if (focusedElement() === frame)
        frame.addEventListener('load', () => focusedElement() === document.body && focus(frame), {
          once: true,
        })
      clear()
    },
  }
}
