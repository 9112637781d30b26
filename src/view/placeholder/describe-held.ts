import { element, type Node } from '../../browser/markup.js'
import { categoryOf } from '../../model/names.js'
import { placeholderTexts } from '../../text/english/placeholder.js'
import type { Scene } from '../surface-context.js'

export interface Description {
  /** Name of what is held: the frame's title, its service, or the host it waits for. */
  readonly source: string
  readonly children: readonly Node[]
}

interface Held {
  readonly element: HTMLElement
  /** What has to be granted. */
  readonly names: readonly string[]
  /** Whether there is something to show without storing an answer. */
  readonly canShowOnce: boolean
}

/** What a placeholder says and offers, in the language of the view. */
export function describeHeld(
  { strings, context, shared }: Scene,
  { element: held, names, canShowOnce }: Held,
): Description {
  const { fill, localise } = shared
  const { options, locale } = context
  const texts = strings.over(placeholderTexts)
  const labels: { readonly [key: string]: string } = texts
  const categories = names.map(categoryOf)
  const purposes = categories.map((name) =>
    localise(options.categories[name]?.label ?? labels[name] ?? name, locale()),
  )
  const { title, dataset } = held
  const { services } = options.categories[categories[0] as string] ?? {}
  const label = services?.[dataset.service ?? '']?.label
  // A link never throws, knows the page's base, and without an address leads to the page itself.
  const link = held.ownerDocument.createElement('a')
  link.href = dataset.src ?? dataset.data ?? held.querySelector<HTMLElement>('[data-src]')?.dataset.src ?? ''
  const source =
    dataset.placeholder || title || (label && localise(label, locale())) || link.host || location.host

  const button = (action: string, text: string) =>
    element('button', { type: 'button', 'data-consent-action': action }, text)
  return {
    source,
    children: [
      element(
        'div',
        { class: 'inner' },
        element('p', {}, fill(texts.held, { source, purposes: purposes.join(', ') })),
        element(
          'div',
          { class: 'buttons' },
          canShowOnce && button('show-once', texts.showOnce),
          button('allow', texts.allow),
        ),
      ),
    ],
  }
}
