/** @jsxRuntime automatic */
/** @jsxImportSource react */
import type { ViewContext } from 'askfirst'
import { type JSX, useLayoutEffect, useRef } from 'react'

/** The checkboxes are the draft: `save` reads the ones in this dialog, closing drops them. */
export function Preferences({ consent, options, dismiss }: ViewContext): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      aria-label="Cookie preferences"
      className="my-preferences"
      data-surface="preferences"
      onClose={() => dismiss('preferences')}
    >
      {Object.entries(options.categories).map(([name, { required }]) => (
        <p key={name}>
          <label>
            <input
              type="checkbox"
              data-category={name}
              defaultChecked={consent.isGranted(name)}
              disabled={required}
            />{' '}
            {name}
          </label>
        </p>
      ))}
      <button type="button" data-consent-action="save">
        Save
      </button>
      <button type="button" data-consent-action="reject-all">
        Reject all
      </button>
    </dialog>
  )
}
