import type { ListedCookie } from './cookies.js'

/** Fills a table of the policy from the declared cookies, session ones first. */
export function fillTable(selector: string, cookies: readonly ListedCookie[]): void {
  const body = document.querySelector<HTMLTableElement>(selector)?.tBodies[0]
  const ordered = [...cookies].sort((a, b) => Number(isPersistent(a)) - Number(isPersistent(b)))
  body?.replaceChildren(...ordered.map(row))
}

function isPersistent({ duration }: ListedCookie): boolean {
  return duration !== 'session'
}

function row(cookie: ListedCookie): HTMLTableRowElement {
  const line = document.createElement('tr')
  const party = cookie.party === 'third' ? 'Cookie tiers' : 'Cookie d’origine'
  line.insertCell().textContent = `${party} ${isPersistent(cookie) ? 'persistant' : 'de session'}`
  const name = document.createElement('th')
  name.scope = 'row'
  name.textContent = cookie.label
  if (cookie.name !== cookie.label) {
    const code = document.createElement('code')
    code.textContent = cookie.name
    name.append(' ', code)
  }
  line.append(name)
  line.insertCell().textContent = cookie.purpose
  line.insertCell().textContent = spell(cookie.duration)
  return line
}

/** `P390D` → `390 jours` */
function spell(duration: string): string {
  const [, count, unit] = /^P(\d+)([YD])$/.exec(duration) ?? []
  if (!unit) return 'Fermeture du navigateur'
  const word = unit === 'Y' ? 'an' : 'jour'
  return `${count} ${word}${count === '1' ? '' : 's'}`
}
