/** @jsxRuntime automatic */
/** @jsxImportSource react */
import type { JSX } from 'react'

/** Buttons need no handlers: the core acts on clicks on `data-consent-action`. */
export function Banner(): JSX.Element {
  return (
    <section aria-label="Cookies" className="my-banner" data-surface="banner">
      <p>We use cookies. Some wait for your permission.</p>
      <button type="button" data-consent-action="accept-all">
        Accept all
      </button>
      <button type="button" data-consent-action="reject-all">
        Reject all
      </button>
      <button type="button" data-consent-action="preferences">
        Choose
      </button>
    </section>
  )
}
