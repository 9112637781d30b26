import type { Control } from '../../rules/facts.js'
import type { AuditResult } from '../result.js'
import { type Markup, markup } from './escape-html.js'

const picture = (base64: string | undefined, alt: string) =>
  base64 && markup`<img src="data:image/jpeg;base64,${base64}" alt="${alt}">`

/** How each phase was answered, with the page as it was before the answer. */
export function answersSection({ answers }: AuditResult): Markup {
  if (answers.length === 0) return markup``
  return markup`<section aria-labelledby="answers"><h2 id="answers">How the site was answered</h2><div class="answers">${answers.map(
    ({ phase, method, tool, detail, screenshot }) => markup`<figure>
      ${picture(screenshot, `The page before the answer: ${phase}`)}
      <figcaption><b>${phase}</b>: ${method === 'none' ? 'not answered' : `by ${method}`}${tool && ` (${tool})`}. ${detail}</figcaption></figure>`,
  )}</div></section>`
}

const row = (name: string, control: Control | undefined) =>
  control
    ? markup`<tr><th scope="row">${name}</th><td>${control.label}</td><td>${control.tag}</td><td>${control.width} × ${control.height}</td><td>${control.fontSize} px, ${control.fontWeight}</td><td>${control.contrast} : 1</td><td>${control.prominence} : 1</td></tr>`
    : markup`<tr><th scope="row">${name}</th><td colspan="6">not on the first layer</td></tr>`

/** The buttons as they were drawn. */
export function choicesSection({ choices }: AuditResult): Markup {
  if (choices.length === 0) return markup``
  return markup`<section aria-labelledby="choices"><h2 id="choices">The choices as they are drawn</h2>${choices.map(
    ({ viewport, accept, reject, settings, clicksToRefuse, preTicked }) => markup`<h3>${viewport}</h3>
    <div class="scroll" role="region" aria-label="Choices at ${viewport}" tabindex="0"><table><thead><tr><th scope="col">Choice</th><th scope="col">Label</th><th scope="col">Element</th><th scope="col">Size</th><th scope="col">Font</th><th scope="col">Text contrast</th><th scope="col">Surface contrast</th></tr></thead>
    <tbody>${row('accept', accept)}${row('refuse', reject)}${row('settings', settings)}</tbody></table></div>
    <p>Clicks to refuse: ${clicksToRefuse ?? 'no way was found'}. Switched on beforehand: ${preTicked.length > 0 ? preTicked.join(', ') : 'nothing'}.</p>`,
  )}</section>`
}

const MOST_MOMENTS = 120

/** Each page: its visits, its pictures and its timeline. */
export function pagesSection({ pages, moments }: AuditResult): Markup {
  return markup`<section aria-labelledby="pages"><h2 id="pages">Pages (${pages.length})</h2>${pages.map(
    ({ url, visits }) => {
      const own = moments.filter((moment) => moment.page === url)
      const phases = [...new Set(own.map(({ phase }) => phase))]
      return markup`<details class="page"><summary>${url}</summary>
      <ul>${visits.map(({ phase, ms, status, isQuiet, title }) => markup`<li>${phase}: ${title}, status ${status}, ${(ms / 1000).toFixed(1)} s${!isQuiet && ', did not fall quiet'}</li>`)}</ul>
      <div class="answers">${visits.map(({ phase, screenshot }) => screenshot && markup`<figure>${picture(screenshot, `${url}, ${phase}`)}<figcaption>${phase}</figcaption></figure>`)}</div>
      ${phases.map((phase) => {
        const list = own.filter((moment) => moment.phase === phase)
        return markup`<h3>Timeline: ${phase}</h3><ol class="timeline">${list
          .slice(0, MOST_MOMENTS)
          .map(
            ({ at, what, text }) =>
              markup`<li class="${what}"><time>${(at / 1000).toFixed(2)} s</time> <span class="what">${what}</span> <span class="address">${text}</span></li>`,
          )}</ol>${list.length > MOST_MOMENTS && markup`<p class="dim">${list.length - MOST_MOMENTS} more are in the JSON report.</p>`}`
      })}</details>`
    },
  )}</section>`
}
