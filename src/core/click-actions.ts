import type { Consent } from '../api/consent.js'

/**
 * Acts on clicks on `[data-consent-action]`, wherever and whenever the element
 * came into the page. Clicks by scripts count: privacy tools answer for their users.
 * @returns stops listening
 */
export function onActionClicks(consent: Consent): () => void {
  const actions: { [action: string]: (trigger: HTMLElement, source: string) => unknown } = {
    'accept-all': (_, source) => consent.acceptAll(source),
    'reject-all': (_, source) => consent.rejectAll(source),
    save: (trigger, source) => consent.save(readSwitches(trigger), source),
    withdraw: ({ dataset }, source) => consent.withdraw(dataset.category, source),
    preferences: () => consent.openPreferences(),
  }
  function onClick(event: Event): void {
    // `composedPath` looks through open shadow roots, `closest` would not.
    const path = event.composedPath() as HTMLElement[]
    const trigger = path.find(({ dataset }) => dataset?.consentAction)
    const action = trigger && actions[`${trigger.dataset.consentAction}`]
    if (!action) return
    // A link to `#` must not scroll the page, nor a button submit the form around it.
    event.preventDefault()
    action(trigger, path.find(({ dataset }) => dataset?.surface)?.dataset.surface ?? 'page')
  }
  // Capture: a page that stops propagation on its own links must not make them dead.
  document.addEventListener('click', onClick, true)
  return () => document.removeEventListener('click', onClick, true)
}

function readSwitches(trigger: Element): Record<string, boolean> {
  const scope = trigger.closest('form, dialog') ?? (trigger.getRootNode() as ParentNode)
  const switches = [...scope.querySelectorAll<HTMLInputElement>('input[data-category]')]
  return Object.fromEntries(
    switches.map(({ dataset: { category, service }, checked }) => [
      service ? `${category}.${service}` : category,
      checked,
    ]),
  )
}
