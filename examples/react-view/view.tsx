/** @jsxRuntime automatic */
/** @jsxImportSource react */
import type { MountedView, Surface, View, ViewContext } from 'askfirst'
import type { JSX } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Banner } from './banner.js'
import { Preferences } from './preferences.js'

/** A whole view in React components: the core says what is open, React draws it. */
export const reactView: View = {
  mount(context: ViewContext): MountedView {
    const container = document.createElement('div')
    const root = createRoot(container)
    const open = new Set<Surface>()
    let opener: Element | null = null

    const App = (): JSX.Element => (
      <>
        {open.has('banner') && <Banner />}
        {open.has('preferences') && <Preferences {...context} />}
      </>
    )
    // At once: `open` says "shown" when it returns.
    const draw = (): void => flushSync(() => root.render(<App />))

    return {
      // Buttons in here may accept.
      roots: [container],
      open(surface) {
        if (surface === 'preferences') opener = document.activeElement
        open.add(surface)
        if (!container.isConnected) document.body.prepend(container)
        draw()
      },
      close(surface) {
        open.delete(surface)
        draw()
        if (surface === 'preferences' && opener instanceof HTMLElement) opener.focus()
      },
      update: draw,
      destroy() {
        root.unmount()
        container.remove()
      },
    }
  },
}
