import type { JSX } from 'preact'
import type { Choice } from '../../model/banner.js'

interface ChoicesProps {
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
export function Choices({ texts, action, label, order = [] }: ChoicesProps): JSX.Element {
  const labels: { readonly [choice: string]: string } = {
    'accept-all': texts.acceptAll,
    'reject-all': texts.rejectAll,
    preferences: label,
  }
  return (
    <div class="choices" part="buttons">
      {[...new Set([...order, ...Object.keys(labels)])].map(
        (choice) =>
          labels[choice] && (
            <button
              key={choice}
              type="button"
              part="button"
              data-consent-action={choice === 'preferences' ? action : choice}
            >
              {labels[choice]}
            </button>
          ),
      )}
    </div>
  )
}
