import type { JSX } from 'preact'

interface ChoicesProps {
  readonly texts: { readonly acceptAll: string; readonly rejectAll: string }
  readonly action: 'preferences' | 'save'
  readonly label: string
}

/**
 * The buttons at the foot of both surfaces, in one order. One class for all of
 * them: refusing must be as easy and as prominent as accepting on every layer
 * (EDPB cookie banner taskforce report, January 2023; CNIL 2020-092).
 */
export function Choices({ texts, action, label }: ChoicesProps): JSX.Element {
  const button = (name: string, text: string): JSX.Element => (
    <button type="button" part="button" data-consent-action={name}>
      {text}
    </button>
  )
  return (
    <div class="choices" part="buttons">
      {button('accept-all', texts.acceptAll)}
      {button('reject-all', texts.rejectAll)}
      {button(action, label)}
    </div>
  )
}
