import type { AskedHost, Declaration } from './facts.js'
import { isWithin } from './match-name.js'
import type { Purpose } from './purpose-of-item.js'

/** Categories of third-party-web whose hosts serve the visit of the page alone. */
const neutral = new Set(['cdn', 'hosting', 'consent-provider', 'utility', 'other'])

/** In words, what a category of third-party-web means. */
const words: { readonly [category: string]: string } = {
  ad: 'advertising',
  analytics: 'statistics',
  'tag-manager': 'loading other tags',
  'customer-success': 'chat and customer contact',
}

/** The category that the site itself gave to a host. */
export function declaredHost(host: string, { hosts, items }: Declaration): string | undefined {
  const known = Object.keys(hosts).find((one) => isWithin(host, one))
  if (known) return hosts[known]
  return items.find(({ domain }) => domain && isWithin(host, domain))?.category
}

/** Judges a host of another site: by the declaration, then by open data, then by what it was sent. */
export function purposeOfHost(asked: AskedHost, declaration?: Declaration): Purpose {
  const { host, suggestion, setsCookies, identifierBytes } = asked
  const category = declaration && declaredHost(host, declaration)
  if (category) {
    const model = declaration.categories[category] ?? 'opt-in'
    const need = model === 'opt-in' ? 'optional' : model === 'opt-out' ? 'objectable' : 'necessary'
    return { need, category, because: `the site files it under ${category}`, isCertain: true }
  }
  const kind = suggestion?.category
  if (suggestion && kind && !neutral.has(kind)) {
    const because = `${suggestion.vendor} is known for ${words[kind] ?? kind} (${suggestion.source})`
    return { need: 'optional', category: kind, because, isCertain: true }
  }
  if (kind === 'consent-provider')
    return { need: 'necessary', because: `${suggestion?.vendor} provides the consent tool`, isCertain: true }
  if (setsCookies.length > 0)
    return { need: 'optional', because: `it sets cookies (${setsCookies.join(', ')})`, isCertain: true }
  if (identifierBytes > 0)
    return {
      need: 'optional',
      because: `it is sent ${identifierBytes} bytes of identifiers`,
      isCertain: false,
    }
  return { need: 'unknown', because: 'it is sent no identifier and sets no cookie', isCertain: false }
}
