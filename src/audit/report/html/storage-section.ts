import type { Phase } from '../../rules/facts.js'
import type { AuditResult } from '../result.js'
import { type Markup, markup } from './escape-html.js'

const phases = ['before', 'reject', 'next-visit', 'accept', 'withdraw'] as const satisfies readonly Phase[]

const titles: { readonly [P in Phase]: string } = {
  before: 'before an answer',
  reject: 'refused',
  'next-visit': 'next visit',
  accept: 'accepted',
  withdraw: 'withdrawn',
}

/** One cell for each phase: a sign and a word, so that no colour says it alone. */
const cells = (seen: readonly Phase[]) =>
  phases.map((phase) =>
    seen.includes(phase)
      ? markup`<td class="seen ${phase}"><span aria-hidden="true">●</span><span class="quiet">yes</span></td>`
      : markup`<td><span class="quiet">no</span></td>`,
  )

const phaseHeads = phases.map((phase) => markup`<th scope="col">${titles[phase]}</th>`)

const filters = (about: string) => markup`<form class="filters" aria-label="Filter ${about}">
    <label>Phase <select name="phase"><option value="">all</option>${phases.map((phase) => markup`<option value="${phase}">${titles[phase]}</option>`)}</select></label>
    <label>Text <input type="search" name="text"></label>
    <output role="status"></output></form>`

const suggest = (suggestion: AuditResult['storage'][number]['suggestion']) =>
  suggestion &&
  markup`${suggestion.vendor}, ${suggestion.category} <span class="dim">(${suggestion.source}, certainty ${suggestion.certainty})</span>`

/** Every item that is kept. */
export function storageSection({ storage }: AuditResult): Markup {
  if (storage.length === 0)
    return markup`<section aria-labelledby="storage"><h2 id="storage">Stored</h2><p class="clean">Nothing is stored.</p></section>`
  return markup`<section aria-labelledby="storage"><h2 id="storage">Stored (${storage.length})</h2>${filters('what is stored')}
  <div class="scroll" role="region" aria-label="What is stored" tabindex="0"><table>
    <thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">Domain</th><th scope="col">Lifetime</th>${phaseHeads}<th scope="col">Written by</th><th scope="col">Category</th><th scope="col">Known as</th></tr></thead>
    <tbody>${storage.map(
      (
        item,
      ) => markup`<tr data-phase="${item.seen.join(' ')}" data-text="${`${item.name} ${item.kind} ${item.domain} ${item.suggestion?.vendor ?? ''} ${item.writer?.url ?? ''}`.toLowerCase()}">
        <th scope="row"><code>${item.name}</code></th><td>${item.kind}${item.httpOnly && ', HttpOnly'}</td>
        <td>${item.domain}${item.party === 'third' && markup` <span class="badge third">other site</span>`}</td>
        <td>${item.lifetime === undefined ? 'no end' : item.lifetime === 'session' ? 'session' : `${item.lifetime} days`}</td>${cells(item.seen)}
        <td class="address">${item.writer ? `${item.writer.via}: ${[item.writer.url, ...item.writer.chain].join(' ← ')}` : ''}</td>
        <td>${item.category}${item.declared && ' (declared)'}</td><td>${suggest(item.suggestion)}</td></tr>`,
    )}</tbody></table></div></section>`
}

/** Every host of another site that was asked. */
export function requestsSection({ requests }: AuditResult): Markup {
  if (requests.length === 0)
    return markup`<section aria-labelledby="requests"><h2 id="requests">Other sites</h2><p class="clean">No other site is asked.</p></section>`
  return markup`<section aria-labelledby="requests"><h2 id="requests">Other sites (${requests.length})</h2>${filters('other sites')}
  <div class="scroll" role="region" aria-label="Other sites" tabindex="0"><table>
    <thead><tr><th scope="col">Host</th><th scope="col">Types</th><th scope="col">Requests</th><th scope="col">Identifiers</th>${phaseHeads}<th scope="col">Caused by</th><th scope="col">Category</th><th scope="col">Known as</th></tr></thead>
    <tbody>${requests.map(
      (
        asked,
      ) => markup`<tr data-phase="${asked.seen.join(' ')}" data-text="${`${asked.host} ${asked.type.join(' ')} ${asked.suggestion?.vendor ?? ''}`.toLowerCase()}">
        <th scope="row">${asked.host}</th><td>${asked.type.join(', ')}</td><td>${asked.count}</td><td>${asked.identifierBytes > 0 && `${asked.identifierBytes} bytes`}</td>${cells(asked.seen)}
        <td class="address">${asked.initiator.join(' ← ')}</td><td>${asked.category}</td><td>${suggest(asked.suggestion)}</td></tr>`,
    )}</tbody></table></div></section>`
}

const first = (seen: readonly Phase[]) => phases.find((phase) => seen.includes(phase))

/** What each phase brought that the ones before it did not have. */
export function addedSection({ storage, requests }: AuditResult): Markup {
  const columns = phases.map((phase) => {
    const names = [
      ...storage.filter(({ seen }) => first(seen) === phase).map(({ kind, name }) => `${kind} ${name}`),
      ...requests.filter(({ seen }) => first(seen) === phase).map(({ host }) => `request ${host}`),
    ]
    return markup`<div><h3>${titles[phase]}</h3>${
      names.length > 0
        ? markup`<ul>${names.map((name) => markup`<li>${name}</li>`)}</ul>`
        : markup`<p class="dim">Nothing new.</p>`
    }</div>`
  })
  return markup`<section aria-labelledby="added"><h2 id="added">What each phase added</h2><div class="added">${columns}</div></section>`
}
