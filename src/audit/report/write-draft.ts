import type { AuditResult } from './result.js'

interface DraftItem {
  name: string
  purpose: string
  duration?: string
  kind?: string
  party?: string
  domain?: string
}
interface DraftService {
  label: string
  provider: string
  policyUrl?: string
  cookies: DraftItem[]
}

const usual = ['necessary', 'preferences', 'statistics', 'marketing']

/** Lifetimes as ISO 8601 periods, in the units that people use. */
export function writePeriod(lifetime: number | 'session' | undefined): string | undefined {
  if (lifetime === undefined || lifetime === 'session') return lifetime
  if (lifetime < 1) return 'P1D'
  const years = lifetime / 365
  const months = lifetime / 30.4
  if (years >= 1 && Math.abs(years - Math.round(years)) < 0.02) return `P${Math.round(years)}Y`
  if (lifetime > 60 && Math.abs(months - Math.round(months)) < 0.05) return `P${Math.round(months)}M`
  return `P${lifetime}D`
}

/** Names that differ from visit to visit in a run of digits or random text after a known start. */
export function generalise(name: string, known: boolean): string {
  return known
    ? name
    : name.replace(/([._-])[A-Z0-9]*\d[A-Z0-9]{7,}$/i, '$1*').replace(/([._-])[0-9a-f]{16,}$/i, '$1*')
}

const key = (vendor: string) =>
  vendor
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(\d)/, 'v$1') || 'unknown'

/**
 * Categories, services and cookies to start from, as the options of `createConsent` and of the declaration. What is
 * not known is a purpose in capitals: an author has to write it.
 */
export function writeDraft({ storage, requests, url }: AuditResult): string {
  const categories: {
    [category: string]: {
      required?: true
      cookies: DraftItem[]
      services: { [service: string]: DraftService }
    }
  } = {}
  for (const name of usual)
    categories[name] = { ...(name === 'necessary' && { required: true }), cookies: [], services: {} }
  for (const item of storage) {
    if (item.kind === 'service-worker') continue
    const { suggestion } = item
    const sure = suggestion && suggestion.certainty !== 'low'
    const writerVendor = requests.find(({ host }) => item.writer?.url.includes(`//${host}`))?.suggestion
      ?.vendor
    const guess = item.party === 'third' || item.writer?.party === 'third' ? 'marketing' : 'necessary'
    const name =
      item.category && usual.includes(item.category)
        ? item.category
        : sure && usual.includes(suggestion.category)
          ? suggestion.category
          : guess
    const category = categories[name]
    if (!category) continue
    const duration = writePeriod(item.lifetime)
    const entry: DraftItem = {
      name: generalise(item.name, Boolean(suggestion)),
      purpose: sure
        ? `TO WRITE: used by ${suggestion.vendor} for ${suggestion.category}`
        : 'TO WRITE: not known to the audit',
      ...(duration && { duration }),
      ...(item.kind !== 'cookie' && { kind: item.kind }),
      ...(item.party === 'third' && { party: 'third', domain: item.domain.replace(/^\./, '') }),
    }
    const vendor = sure
      ? suggestion.vendor
      : (writerVendor ?? (item.party === 'third' ? item.domain.replace(/^\./, '') : undefined))
    if (!vendor || name === 'necessary') category.cookies.push(entry)
    else {
      category.services[key(vendor)] ??= {
        label: vendor,
        provider: vendor,
        ...(sure && suggestion.policyUrl && { policyUrl: suggestion.policyUrl }),
        cookies: [],
      }
      category.services[key(vendor)]?.cookies.push(entry)
    }
  }
  const options = {
    policy: { version: new Date().toISOString().slice(0, 10), url: new URL('/cookies', url).href },
    categories: Object.fromEntries(
      Object.entries(categories).map(([name, { required, cookies, services }]) => [
        name,
        {
          ...(required && { required }),
          ...(cookies[0] && { cookies }),
          ...(Object.keys(services)[0] && { services }),
        },
      ]),
    ),
  }
  return `${JSON.stringify(options, undefined, 2)}\n`
}
