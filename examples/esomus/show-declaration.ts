import type { Part } from 'askfirst/declaration'
import { consent } from './consent.js'

/** Fills the page's `data-declaration="…"` with those parts of the declaration, by who sets a cookie and how long it stays. */
export async function showDeclaration(): Promise<void> {
  const { mountDeclaration } = await import('askfirst/declaration')
  for (const place of document.querySelectorAll<HTMLElement>('[data-declaration]')) {
    const show = place.dataset.declaration?.split(' ') as Part[]
    mountDeclaration(place, consent, { groupBy: 'party-persistence', show })
  }
}
