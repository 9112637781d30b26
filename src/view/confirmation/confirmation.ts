import { element } from '../../browser/markup.js'
import { confirmationTexts } from '../../text/english/confirmation.js'
import type { Scene, SurfaceView } from '../surface-context.js'

/**
 * Says after a choice what was chosen and how to change it, until the visitor closes it: the pattern of GOV.UK
 * (https://design-system.service.gov.uk/components/cookie-banner/). It stands where the banner stood, takes no
 * focus, and the live region of the view announces it.
 */
export default function createConfirmation({ host, strings, context, shared, leave }: Scene): SurfaceView {
  const { keepClear, localise, raise, toDom } = shared
  const { consent, options, locale } = context
  const {
    layout = 'bar',
    position = layout === 'box' ? 'bottom-start' : 'bottom',
    width = '',
  } = options.banner
  const slot = document.createElement('div')
  const sides = new Set(position.split('-'))
  let release: (() => void) | undefined

  const render = (): void => {
    const texts = strings.over(confirmationTexts)
    const labels: { readonly [key: string]: string } = texts
    /** `Allowed: Statistics, Marketing`. */
    const list = (label: string, isGranted: boolean): string => {
      const names = Object.entries(options.categories)
        .filter(([name, { required }]) => !required && consent.isGranted(name) === isGranted)
        .map(([name, { label = labels[name] ?? name }]) => localise(label, locale()))
      return names.length ? `${label}: ${names.join(', ')}. ` : ''
    }
    toDom(slot, [
      element(
        'section',
        {
          class: `surface banner ${layout} ${width} ${[...sides].join(' ')}`,
          part: 'confirmation',
          popover: 'manual',
          'data-surface': 'confirmation',
          'aria-labelledby': 'confirmation-title',
        },
        element(
          'div',
          { class: 'words', tabindex: '0' },
          element('h2', { id: 'confirmation-title', part: 'title' }, texts.saved),
          element('p', { part: 'text' }, list(texts.allowed, true) + list(texts.refused, false)),
        ),
        element(
          'div',
          { class: 'choices', part: 'buttons' },
          element(
            'button',
            { type: 'button', part: 'button', 'data-consent-action': 'preferences' },
            texts.change,
          ),
          element('button', { type: 'button', part: 'button', 'data-close': '' }, texts.close),
        ),
      ),
    ])
  }
  const flip = (): void => {
    if (!sides.delete('top')) sides.add('top')
    render()
  }
  slot.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-close]')) leave('confirmation')
  })

  return {
    render,
    show() {
      if (!slot.isConnected) host.root.prepend(slot)
      const section = slot.firstElementChild as HTMLElement
      raise(section)
      release ??= keepClear(section, flip)
      host.announce(`${section.querySelector('h2')?.textContent}. ${section.querySelector('p')?.textContent}`)
    },
    close() {
      release?.()
      release = undefined
      slot.remove()
      slot.replaceChildren()
    },
  }
}
