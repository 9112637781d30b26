import { type Element, element } from '../../browser/markup.js'
import type { Choice } from '../../model/banner.js'

interface Choices {
  readonly texts: { readonly acceptAll: string; readonly rejectAll: string }
  readonly action: 'preferences' | 'save'
  readonly label: string
  readonly order: readonly Choice[] | undefined
}

/**
 * The buttons at the foot of both surfaces, in one order. One class for all of
 * them: refusing must be as easy and as prominent as accepting on every layer
 * (EDPB cookie banner taskforce report, January 2023; CNIL 2020-092). An order can
 * turn them round, what it leaves out comes last.
 */
export function choices({ texts, action, label, order = [] }: Choices): Element {
  const labels: { readonly [choice: string]: string } = {
    'accept-all': texts.acceptAll,
    'reject-all': texts.rejectAll,
    preferences: label,
  }
  return element(
    'div',
    { class: 'choices', part: 'buttons' },
    ...[...new Set([...order, ...Object.keys(labels)])].map(
      (choice) =>
        labels[choice] &&
        element(
          'button',
          {
            type: 'button',
            part: 'button',
            'data-consent-action': choice === 'preferences' ? action : choice,
          },
          labels[choice],
        ),
    ),
  )
}
