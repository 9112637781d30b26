import type { MountedView, Surface, View, ViewContext } from 'askfirst'

/** Makes an element: `make('p', { textContent: 'Hello' }, child)`. */
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: Node[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** A button the core acts on: no listener needed. */
function action(name: string, textContent: string): HTMLButtonElement {
  const button = make('button', { type: 'button', textContent })
  button.dataset.consentAction = name
  return button
}

/** A whole view in plain DOM, styled by the page's own style sheet. */
export const plainView: View = {
  mount({ consent, options, dismiss }: ViewContext): MountedView {
    const shown = new Map<Surface, HTMLElement>()
    let opener: Element | null = null

    const drawBanner = (): HTMLElement => {
      const about = make('p', { textContent: 'We use cookies. Some wait for your permission.' })
      const banner = make('section', { className: 'my-banner', ariaLabel: 'Cookies' }, about)
      banner.append(
        action('accept-all', 'Accept all'),
        action('reject-all', 'Reject all'),
        action('preferences', 'Choose'),
      )
      return banner
    }

    const drawPreferences = (): HTMLDialogElement => {
      const switches = Object.entries(options.categories).map(([name, { required }]) => {
        const box = make('input', { type: 'checkbox', checked: consent.isGranted(name), disabled: required })
        box.dataset.category = name
        return make('p', {}, make('label', {}, box, document.createTextNode(` ${name}`)))
      })
      const dialog = make('dialog', { className: 'my-preferences', ariaLabel: 'Cookie preferences' })
      dialog.append(...switches, action('save', 'Save'), action('reject-all', 'Reject all'))
      dialog.addEventListener('close', () => dismiss('preferences'))
      return dialog
    }

    const close = (surface: Surface): void => {
      const element = shown.get(surface)
      shown.delete(surface)
      element?.remove()
      if (element && surface === 'preferences' && opener instanceof HTMLElement) opener.focus()
    }

    return {
      // Buttons in these may accept.
      get roots() {
        return [...shown.values()]
      },
      open(surface) {
        if (shown.has(surface) || surface === 'settings-button') return
        const element = surface === 'banner' ? drawBanner() : drawPreferences()
        element.dataset.surface = surface
        shown.set(surface, element)
        opener = document.activeElement
        document.body.prepend(element)
        if (element instanceof HTMLDialogElement) element.showModal()
      },
      close,
      update() {},
      destroy: () => [...shown.keys()].forEach(close),
    }
  },
}
