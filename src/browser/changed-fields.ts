/** The form fields that the visitor has changed on this page. */
export interface ChangedFields {
  /** Whether one of them is still there with something in it. */
  isDirty(): boolean
  stop(): void
}

/**
 * Listens to what visitors type and choose. Comparing with default values would not tell: frameworks write the
 * value into the attribute too, and scripts fill fields that no visitor has seen.
 */
export function watchFields(): ChangedFields {
  const changed = new Set<HTMLInputElement>()
  const events = ['input', 'change', 'reset']

  function onEvent(event: Event): void {
    const path = event.composedPath() as HTMLElement[]
    const field = path[0] as HTMLInputElement
    if (event.type === 'reset') {
      for (const it of changed) if (it.form === (field as unknown)) changed.delete(it)
      // Our own switches are no entries of the page.
    } else if (event.isTrusted && !path.some(({ id }) => id === 'askfirst')) changed.add(field)
  }
  for (const event of events) addEventListener(event, onEvent, true)
  return {
    isDirty: () =>
      [...changed].some(
        (it) =>
          it.isConnected && (it.value || it.defaultValue || (it.isContentEditable && it.textContent?.trim())),
      ),
    stop() {
      for (const event of events) removeEventListener(event, onEvent, true)
    },
  }
}
