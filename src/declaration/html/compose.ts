import { type Element, element, type Node } from '../../browser/markup.js'
import { safeUrl } from '../../model/safe-url.js'
import type { Choice, Declaration } from '../declaration.js'
import type { Cell, Table } from '../table.js'

/**
 * Turns a declaration into HTML elements. Roles are written out although elements have them: where the
 * style sheet lays rows out one below the other, browsers forget that it is a table
 * (https://www.w3.org/TR/html-aria/#el-table).
 */
export function compose({ language, version, choice, tables }: Declaration): Element {
  return element(
    'div',
    { class: 'askfirst-declaration', lang: language, 'data-surface': 'declaration' },
    version && element('p', { class: 'version' }, element('time', { datetime: version.date }, version.text)),
    choice && composeChoice(choice),
    ...tables.map(composeTable),
  )
}

/** The lines are a status: what a click on "withdraw" did is said without moving the focus (WCAG 4.1.3). */
function composeChoice({ heading, lines, actions }: Choice): Element {
  return element(
    'div',
    { class: 'choice', role: 'group', 'aria-label': heading },
    element('div', { role: 'status' }, ...lines.map((line) => element('p', {}, line))),
    element(
      'p',
      { class: 'actions' },
      ...actions.map(({ action, label }) =>
        element('button', { type: 'button', 'data-consent-action': action }, label),
      ),
    ),
  )
}

function composeTable({ id, caption, columns, rows, empty }: Table): Element {
  const heading = (text: string) => element('th', { scope: 'col', role: 'columnheader' }, text)
  const row = (...cells: Element[]) => element('tr', { role: 'row' }, ...cells)
  const none = element('td', { role: 'cell', colspan: `${columns.length}` }, empty)
  return element(
    'table',
    { id, role: 'table' },
    element('caption', {}, caption),
    element('thead', { role: 'rowgroup' }, row(...columns.map(heading))),
    element(
      'tbody',
      { role: 'rowgroup' },
      ...(rows.length
        ? rows.map((cells) => row(...cells.map((cell, at) => composeCell(cell, at, columns[at]))))
        : [row(none)]),
    ),
  )
}

function composeCell({ text, code, link }: Cell, at: number, label: string | undefined): Element {
  const href = link && safeUrl(link.href)
  const content: Node[] = [
    text && element('span', {}, text),
    code && element('code', {}, code),
    link && (href ? element('a', { href }, link.text) : link.text),
  ].filter((part): part is Node => !!part)
  // Spaces are content too: without them words of neighbouring elements run together for readers.
  const spaced = content.flatMap((part, index) => (index ? [' ', part] : [part]))
  return at === 0
    ? element('th', { scope: 'row', role: 'rowheader' }, ...spaced)
    : element('td', { role: 'cell', 'data-label': label }, ...spaced)
}
