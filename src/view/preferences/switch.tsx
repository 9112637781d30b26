import type { JSX } from 'preact'

interface SwitchProps {
  readonly id: string
  readonly category: string
  readonly service?: string
  readonly on: boolean
  readonly locked?: boolean
  readonly describedBy: string
}

// A checkbox tells its own state; `aria-checked` beside it is not allowed (ARIA in HTML section 4).
const role = 'switch'

/**
 * A switch the page's own markup contract can read: `data-category` and
 * `data-service` name what it decides. It is uncontrolled: what the visitor has
 * set stays set, and is the draft.
 */
export function Switch({ id, category, service, on, locked, describedBy }: SwitchProps): JSX.Element {
  return (
    <input
      type="checkbox"
      role={role}
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
