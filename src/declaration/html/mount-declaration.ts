import type { Consent } from '../../api/consent.js'
import { addSheet } from '../../browser/style-sheets.js'
import { markSurface } from '../../browser/surface-mark.js'
import { toDom } from '../../browser/to-dom.js'
import { warn } from '../../browser/warn.js'
import { createStrings } from '../../text/strings.js'
import { checkDeclared } from '../check-declared.js'
import { createDeclaration, type Shown } from '../declaration.js'
import { withOwnCookie } from '../own-cookie.js'
import { english, languageOf } from '../wording.js'
import { compose } from './compose.js'
import styles from './styles.css'

/**
 * Shows the declaration in an element of the page, with the visitor's choice and the buttons to change and
 * withdraw it, and keeps it up to date: with every decision, and with `setLocale`. It is part of the page,
 * in the page's own typography; what the element held before (the HTML of `renderDeclaration`) stays until
 * the texts are there.
 *
 * @returns takes it away again
 * @throws Error `[askfirst] …` where a declared text is no text
 * @example
 * const undo = mountDeclaration(document.querySelector('#cookies'), consent, { groupBy: 'service' })
 */
export function mountDeclaration<N extends string>(
  element: Element,
  consent: Pick<Consent<N>, 'options' | 'locale' | 'record' | 'on'>,
  { groupBy, show }: Pick<Shown, 'groupBy' | 'show'> = {},
): () => void {
  const { options } = consent
  let isOver = false

  checkDeclared(options)

  const draw = (): void => {
    if (isOver) return
    const { locale } = consent
    const wording = { texts: strings.over(english), language: languageOf(strings.language(), locale), locale }
    // Templates leave line breaks around what they put in; in first place they would cost what follows.
    if (element.firstChild?.nodeType === 3) element.firstChild.remove()
    const shown = { groupBy, show, record: consent.record ?? null }
    const declared = withOwnCookie(options, wording.texts.ownCookie)
    toDom(element, [compose(createDeclaration(declared, wording, shown))])
  }
  const strings = createStrings({ options, locale: () => consent.locale, report: warn }, draw)
  const load = (): void => void strings.load().then(draw)

  const root = element.getRootNode()
  const undo = [
    addSheet(root instanceof ShadowRoot ? root : element.ownerDocument, styles),
    // Not `draw`: before its texts are there it would speak English for a moment.
    ...(['ready', 'change', 'decision', 'locale'] as const).map((event) => consent.on(event, load)),
  ]
  markSurface(element, 'declaration')
  load()
  return () => {
    isOver = true
    markSurface(element, undefined)
    for (const end of undo) end()
    element.replaceChildren()
  }
}
