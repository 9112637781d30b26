import { type Element as Described, element, type Node as Piece } from '../browser/markup.js'
import type { Row } from './row.js'

/** A list of the panel. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
  /** Said where there is no row. */
  readonly empty: string
  readonly isOpen: boolean
}

export interface PanelState {
  /** One line about the answers in force. */
  readonly summary: string
  /** A sentence about what the page lacks, or what went wrong. */
  readonly notice?: string | undefined
  readonly isTrial: boolean
  readonly isOpen: boolean
  readonly sections: readonly Section[]
  /** Region codes to try; none where the options have no regions. */
  readonly regions: readonly string[]
  readonly region: string
  readonly languages: readonly string[]
  readonly language: string
}

const words = {
  held: 'held',
  released: 'released',
  waiting: 'waits',
  problem: 'problem',
  plain: '',
} as const

const button = (act: string, label: string, attributes: Described['attributes'] = {}) =>
  element('button', { type: 'button', 'data-do': act, ...attributes }, label)

const drawRow = (section: string) => (row: Row, at: number) =>
  element(
    'li',
    { class: row.state },
    element('code', {}, row.title),
    words[row.state] && element('b', {}, words[row.state]),
    element('span', {}, row.text),
    row.subject && button(`log ${section} ${at}`, 'Log', { 'aria-label': `Log ${row.title} to the console` }),
  )

const drawSection = ({ id, title, rows, empty, isOpen }: Section) =>
  element(
    'section',
    {},
    element(
      'h3',
      {},
      button(`toggle ${id}`, `${title} (${rows.length})`, {
        'aria-expanded': `${isOpen}`,
        'aria-controls': id,
      }),
    ),
    element(
      'div',
      { id, hidden: isOpen ? undefined : '' },
      rows[0] ? element('ul', {}, ...rows.map(drawRow(id))) : element('p', {}, empty),
    ),
  )

const drawSelect = (name: string, label: string, values: readonly string[], isOff = false) =>
  element(
    'label',
    {},
    label,
    element(
      'select',
      { 'data-do': name, disabled: isOff ? '' : undefined },
      ...values.map((value) => element('option', { value }, value || 'not set')),
    ),
  )

/** The panel as it stands. */
export function drawPanel(state: PanelState): readonly Piece[] {
  const { summary, notice, isTrial, isOpen, sections, regions, languages } = state
  const pieces: readonly (Piece | false | undefined)[] = [
    element(
      'header',
      {},
      element('h2', {}, 'askfirst'),
      button('toggle panel', isOpen ? 'Smaller' : 'Larger', { 'aria-expanded': `${isOpen}` }),
      button('close panel', 'Close'),
    ),
    element('p', { class: 'summary', role: 'status' }, summary),
    notice !== undefined && element('p', { class: 'notice' }, notice),
    isOpen &&
      element(
        'div',
        { class: 'try', role: 'group', 'aria-label': 'Try without the cookie' },
        button('first visit', 'First visit'),
        button('accept all', 'Accept'),
        button('refuse all', 'Refuse'),
        button('open preferences', 'Preferences'),
        drawSelect('region', 'Region', regions[0] ? ['', ...regions] : [''], !regions[0]),
        drawSelect('language', 'Language', languages),
        isTrial && button('end trial', 'End the trial'),
      ),
    isOpen &&
      isTrial &&
      element(
        'p',
        { class: 'trial' },
        'A trial is on in this tab: the cookie is neither read nor written, nothing is erased, logged or imported.',
      ),
    isOpen && element('div', { class: 'lists' }, ...sections.map(drawSection)),
  ]
  return pieces.filter((piece): piece is Piece => !!piece)
}
