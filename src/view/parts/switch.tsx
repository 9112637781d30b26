import type { JSX } from 'preact'

interface SwitchProps {
  readonly id: string
  readonly category: string
  readonly service?: string
  readonly on: boolean
  readonly locked?: boolean
  readonly describedBy: string
}

/**
 * A switch the page's own markup contract can read: `data-category` and
 * `data-service` name what it decides. It is uncontrolled: what the visitor has
 * set stays set, and is the draft.
 */
export function Switch({ id, category, service, on, locked, describedBy }: SwitchProps): JSX.Element {
  return (
    <input
      type="checkbox"
      role="switch"
      id={id}
      part="switch"
      data-category={category}
      data-service={service}
      defaultChecked={on}
      disabled={locked}
      aria-describedby={describedBy}
    />
  )
}
