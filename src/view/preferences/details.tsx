import type { JSX } from 'preact'

interface FactsProps {
  readonly id: string
  /** Names the button: `Details: _ga`. */
  readonly label: string
  readonly facts: readonly (readonly [string, string | undefined])[]
  readonly link: { readonly href: string | undefined; readonly text: string }
  readonly onToggle: (button: HTMLElement) => void
  /** The visitor is about to ask: time to load what places the panel. */
  readonly onApproach: () => void
}

/** A button that shows a panel of facts about a service or cookie next to it. */
export function Facts({ id, label, facts, link, onToggle, onApproach }: FactsProps): JSX.Element {
  return (
    <span class="facts">
      <button
        type="button"
        part="details-button"
        aria-label={label}
        aria-expanded="false"
        aria-controls={id}
        onClick={({ currentTarget }) => onToggle(currentTarget)}
        onPointerEnter={onApproach}
        onFocus={onApproach}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" />
          <path d="M8 7.5v3.5m0-6v.1" />
        </svg>
      </button>
      <div id={id} class="panel" part="details" tabIndex={-1} hidden>
        <dl>
          {facts.map(
            ([term, fact]) =>
              fact && (
                <div>
                  <dt>{term}</dt>
                  <dd>{fact}</dd>
                </div>
              ),
          )}
        </dl>
        {link.href && (
          <a part="link" href={link.href}>
            {link.text}
          </a>
        )}
      </div>
    </span>
  )
}
