import { computePosition, flip, offset, type Placement, shift } from '@floating-ui/dom'

export interface Popover {
  /** Opens the panel that follows the button in the markup, or closes it if it is open. */
  readonly toggle: (button: HTMLElement) => void
  /** @returns whether there was one to close */
  readonly close: () => boolean
}

/** Puts a fixed element beside its anchor, on the other side where there is no room. */
export async function place(anchor: HTMLElement, element: HTMLElement, placement: Placement): Promise<void> {
  const middleware = [offset(4), flip({ padding: 8 }), shift({ padding: 8 })]
  const { style } = element
  style.position = 'fixed'
  const { x, y } = await computePosition(anchor, element, { placement, strategy: 'fixed', middleware })
  style.left = `${x}px`
  style.top = `${y}px`
}

/** One panel at a time, beside its button, within the dialog that holds both. */
export function createPopover(): Popover {
  let current: HTMLElement | undefined
  let end = (): void => {}

  const close = (): boolean => {
    const closed = current !== undefined
    end()
    return closed
  }

  const open = (button: HTMLElement, panel: HTMLElement): void => {
    const listeners = new AbortController()
    const { signal } = listeners
    const root = button.getRootNode()
    const leave = (to: EventTarget | null): void => {
      if (!(to instanceof Node && button.parentElement?.contains(to))) close()
    }
    panel.hidden = false
    button.setAttribute('aria-expanded', 'true')
    void place(button, panel, 'bottom-end')
    button.parentElement?.addEventListener('focusout', ({ relatedTarget }) => leave(relatedTarget), {
      signal,
    })
    root.addEventListener('pointerdown', ({ target }) => leave(target), { signal })
    // It would have to follow its button; a visitor who scrolls has read it. From the next frame
    // on, because the scrolling that brought the button into view is told in this one.
    requestAnimationFrame(() => root.addEventListener('scroll', close, { capture: true, signal }))
    addEventListener('resize', close, { signal })
    current = button
    end = () => {
      const hadFocus = panel.matches(':focus-within')
      listeners.abort()
      current = undefined
      end = () => {}
      button.setAttribute('aria-expanded', 'false')
      panel.hidden = true
      if (hadFocus) button.focus()
    }
  }

  return {
    close,
    toggle(button) {
      const same = current === button
      const panel = button.nextElementSibling
      close()
      if (!same && panel instanceof HTMLElement) open(button, panel)
    },
  }
}
