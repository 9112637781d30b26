import type { Consent } from '../api/consent.js'
import { toDom } from '../browser/to-dom.js'
import { readTrial } from '../dev/trial.js'
import { createHost, HOST } from './create-host.js'
import { drawPanel, type Section } from './draw-panel.js'
import { listRequests, listSignals } from './list-calls.js'
import { listElements } from './list-elements.js'
import { listItems } from './list-items.js'
import type { Row } from './row.js'
import { createTryOut } from './try-out.js'
import { watchPage } from './watch-page.js'

/** Regions with rules of their own, beside those of the options. */
const usualRegions = ['BE', 'GB', 'CH', 'US', 'US-CA', 'CA-QC', 'BR']

/** The consent object of this page, whichever copy of askfirst has made it. */
const consentOfPage = () =>
  (document as never as { [key: symbol]: { consent?: Consent } | undefined })[Symbol.for('askfirst')]?.consent

/**
 * Opens the panel: every tagged element, request held by auto-block, signal and stored item of the page, live, each
 * with the sentence of `consent.explain`. It lets a developer try first visit, accept, refuse, another region and
 * another language; meanwhile the record is kept in the tab, and the cookie is neither read nor written.
 *
 * For development: `consent.explain` and the journal are in the files behind the condition `development` and in
 * `askfirst.dev.js`.
 *
 * @param consent @default the consent object of the page
 * @returns closes the panel
 * @throws Error where the page has no consent object
 * @example
 * if (import.meta.env.DEV) import('askfirst/devtools').then(({ openDevtools }) => openDevtools(consent))
 */
export function openDevtools(consent: Pick<Consent, 'start'> | undefined = consentOfPage()): () => void {
  if (typeof document === 'undefined') return () => {}
  if (!consent)
    throw new Error('[askfirst] openDevtools: this page has no consent object. Call createConsent first.')
  document.getElementById(HOST)?.remove()
  const page = consent as Consent
  const { root, panel, destroy } = createHost()
  const closed = new Set<string>()
  let isOpen = true
  let trouble: string | undefined
  let items: readonly Row[] = []
  let sections: readonly Section[] = []

  const tryOut = createTryOut(page, (message) => {
    trouble = message
    draw()
  })

  function summarise(): string {
    const granted = Object.keys(page.options.categories).filter((name) => page.isGranted(name as never))
    const { record, status } = page
    const by = record ? `, source "${record.source}"` : ''
    return `${status}${by}; granted: ${granted.join(', ') || 'nothing'}`
  }

  function draw(): void {
    const { options, locale } = page
    const lists = [
      ['elements', 'Elements', listElements(page), 'No element of this page has data-category.'],
      [
        'requests',
        'Requests held',
        listRequests(page),
        'auto-block has held nothing. Its script tag shows requests here as auto-block.dev.js.',
      ],
      [
        'signals',
        'Signals',
        listSignals(page),
        'No vendor was told anything. Script tags of signals show them here as <name>.dev.js.',
      ],
      ['storage', 'Cookies and storage', items, 'Scripts can see no cookie and no storage.'],
    ] as const
    sections = lists.map(([id, title, rows, empty]) => ({ id, title, rows, empty, isOpen: !closed.has(id) }))
    const codes = options.regions ? [...new Set([...Object.keys(options.regions), ...usualRegions])] : []
    const region = options.region ?? ''
    toDom(
      panel,
      drawPanel({
        summary: summarise(),
        notice: page.explain
          ? trouble
          : 'This page runs a production build, which explains nothing. Use askfirst.dev.js or the condition "development".',
        isTrial: !!readTrial(),
        isOpen,
        sections,
        regions: codes.length && region && !codes.includes(region) ? [region, ...codes] : codes,
        region,
        languages: [...new Set([locale, 'en', ...Object.keys(options.locales ?? {})])],
        language: locale,
      }),
    )
    for (const [name, value] of [
      ['region', region],
      ['language', locale],
    ] as const) {
      const select = panel.querySelector<HTMLSelectElement>(`select[data-do="${name}"]`)
      if (select && select !== root.activeElement) select.value = value
    }
  }

  async function look(): Promise<void> {
    items = await listItems(page)
    if (panel.isConnected) draw()
  }

  const acts: { readonly [act: string]: (subject: string, at: number) => unknown } = {
    toggle(subject) {
      if (subject === 'panel') isOpen = !isOpen
      else if (!closed.delete(subject)) closed.add(subject)
      draw()
    },
    close: () => close(),
    first: tryOut.firstVisit,
    accept: () => tryOut.answer(true),
    refuse: () => tryOut.answer(false),
    open: () => page.openPreferences(),
    end: tryOut.end,
    log(id, at) {
      const row = sections.find((section) => section.id === id)?.rows[at]
      row?.subject?.scrollIntoView({ block: 'nearest' })
      console.log(row?.subject, row?.text)
    },
  }

  root.addEventListener('click', ({ target }) => {
    const act = (target as HTMLElement).closest<HTMLElement>('button[data-do]')?.dataset.do
    const [verb = '', subject = '', at] = act?.split(' ') ?? []
    acts[verb]?.(subject, Number(at))
  })
  root.addEventListener('change', ({ target }) => {
    const { dataset, value } = target as HTMLSelectElement
    if (dataset.do === 'region') tryOut.region(value)
    else if (dataset.do === 'language') tryOut.language(value)
  })

  const stop = watchPage(page, look, (message) => {
    trouble = message
    draw()
  })
  const close = () => {
    stop()
    destroy()
  }
  draw()
  void look()
  return close
}
