import { readFile } from 'node:fs/promises'
import type { Suggestion } from '../rules/facts.js'
import { isWithin, matchName } from '../rules/match-name.js'

type CookieRow = readonly [
  name: string,
  isWildcard: 0 | 1,
  vendor: number,
  category: number,
  period: number,
  host: string,
]

interface CookieData {
  readonly vendors: readonly (readonly [name: string, policyUrl: string])[]
  readonly categories: readonly string[]
  readonly periods: readonly string[]
  readonly rows: readonly CookieRow[]
}
interface HostData {
  readonly categories: readonly string[]
  readonly entities: readonly (readonly [name: string, category: number, domains: string])[]
}

export interface OpenData {
  readonly suggestItem: (item: { readonly name: string; readonly domain: string }) => Suggestion | undefined
  readonly suggestHost: (host: string) => Suggestion | undefined
}

/** Words that many sites name their own storage by. */
const isCommonName = (name: string) => /^([a-z]{1,10}|\w{1,2}|[A-Za-z]{3})$/.test(name)

function createItemLookup({ vendors, categories, periods, rows }: CookieData): OpenData['suggestItem'] {
  const exact = new Map<string, CookieRow[]>()
  for (const row of rows) if (!row[1]) exact.set(row[0], [...(exact.get(row[0]) ?? []), row])
  const wild = rows
    .filter((row) => row[1])
    .map((row) => ({ row, name: row[0].includes('*') ? row[0] : `${row[0]}*` }))

  return ({ name, domain }) => {
    const named = exact.get(name) ?? []
    const found = named.length > 0 ? named : wild.filter((one) => matchName(one, name)).map(({ row }) => row)
    // The row of the very host, else the longest pattern.
    const [row] = [...found].sort((a, b) => {
      const isOn = (one: CookieRow) => Number(one[5] !== '' && isWithin(domain, one[5]))
      return isOn(b) - isOn(a) || b[0].length - a[0].length
    })
    if (!row) return
    const isHere = row[5] !== '' && isWithin(domain, row[5])
    const isDisputed = new Set(found.map((one) => one[3])).size > 1
    const isShort = row[1] === 1 && row[0].replace('*', '').length < 3
    const certainty = isHere
      ? 'high'
      : isDisputed || isShort || isCommonName(name)
        ? 'low'
        : row[1] || found.length > 1
          ? 'medium'
          : 'high'
    const [vendor = '', policyUrl = ''] = vendors[row[2]] ?? []
    return {
      vendor,
      category: categories[row[3]] ?? '',
      certainty,
      source: 'Open Cookie Database',
      retention: periods[row[4]] || undefined,
      policyUrl: policyUrl || undefined,
    }
  }
}

function createHostLookup({ categories, entities }: HostData): OpenData['suggestHost'] {
  const byDomain = new Map<string, { readonly vendor: string; readonly category: string }>()
  for (const [vendor, category, domains] of entities)
    for (const domain of domains.split(' '))
      byDomain.set(domain.replace(/^\*\./, ''), { vendor, category: categories[category] ?? '' })
  return (host) => {
    const labels = host.toLowerCase().split('.')
    for (let at = 0; at < labels.length - 1; at++) {
      const entity = byDomain.get(labels.slice(at).join('.'))
      if (entity) return { ...entity, certainty: at === 0 ? 'high' : 'medium', source: 'third-party-web' }
    }
  }
}

/** Reads the open data that lies beside the command (`data/NOTICE` names its licences). */
export async function loadOpenData(): Promise<OpenData> {
  const read = async (file: string) =>
    JSON.parse(await readFile(new URL(`./data/${file}`, import.meta.url), 'utf8'))
  const [cookies, hosts] = await Promise.all([
    read('open-cookie-database.json'),
    read('third-party-web.json'),
  ])
  return { suggestItem: createItemLookup(cookies), suggestHost: createHostLookup(hosts) }
}
