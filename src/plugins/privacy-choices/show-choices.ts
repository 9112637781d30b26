import type { PluginContext } from '../../api/plugin.js'
import type { Localised } from '../../model/categories.js'
import { isDeclared } from '../../model/names.js'
import { pickText } from '../gpc/pick-text.js'
import { createConfirmation } from './confirmation.js'
import { fillLink } from './fill-link.js'
import type { PrivacyChoicesOptions } from './index.js'
import { honored } from './texts.js'

const LINKS = '[data-privacy-choices]'
const STATUS = 'data-privacy-status'

/** Fills the links of the page, those that come later too, and keeps the status beside them. @returns its undo */
export function showChoices(
  context: PluginContext<never>,
  {
    categories = ['marketing'],
    title = { en: 'Your Privacy Choices' },
    status = honored,
    confirmation = true,
  }: PrivacyChoicesOptions,
): () => void {
  const { consent, options, answer, language, report } = context
  const names = categories.filter((name) => {
    const isKnown = isDeclared(options, name)
    if (!isKnown) {
      report(
        `privacyChoices: "${name}" in option "categories" is no name of this site. Name a category or category.service of the options.`,
      )
    }
    return isKnown
  })
  /** The undo of each link. */
  const filled = new Map<HTMLElement, () => void>()
  /** Elements of ours beside links. Each is put in once: a page that takes it out again has the last word. */
  const places = new Map<HTMLElement, HTMLElement>()
  /** Not read from the element: a translator of the browser may have rewritten it. */
  const written = new WeakMap<HTMLElement, string>()
  let isFaultTold = false

  const isOptedOut = () => !!names[0] && names.every((name) => answer(name) === false)
  const speak = (text: Localised): [tag: string | undefined, words: string] =>
    typeof text === 'string' ? [undefined, text] : pickText(text, language())

  function fill(link: HTMLElement): void {
    if (filled.has(link)) return
    const [tag, words] = speak(title)
    filled.set(link, fillLink(link, { words, tag }))
    if (isFaultTold || link.localName === 'button' || link.hasAttribute('href')) return
    isFaultTold = true
    report(
      `privacyChoices: <${link.localName} data-privacy-choices> cannot be reached with the keyboard. Use a link with an address or a button.`,
    )
  }
  /** Beside the link: within it would be part of the title that the regulation prescribes. */
  function placeBeside(link: HTMLElement): void {
    if (places.has(link)) return
    const place = document.createElement('span')
    place.setAttribute(STATUS, '')
    place.style.marginInlineStart = '.75em'
    places.set(link, place)
    link.after(place)
  }
  function write(place: HTMLElement, [tag, words]: ReturnType<typeof speak>): void {
    if (written.get(place) === words) return
    written.set(place, words)
    place.textContent = words
    if (tag) place.lang = tag
  }
  function forget(link: HTMLElement): void {
    filled.get(link)?.()
    filled.delete(link)
    places.get(link)?.remove()
    places.delete(link)
  }
  function draw(): void {
    // A link that comes back is filled as a new one.
    for (const link of filled.keys()) if (!link.isConnected) forget(link)
    const links = document.querySelectorAll<HTMLElement>(LINKS)
    links.forEach(fill)

    const isOut = isOptedOut()
    const ours = new Set(places.values())
    const all = [...document.querySelectorAll<HTMLElement>(`[${STATUS}]`)]
    const hasOwn = all.some((place) => !ours.has(place))
    if (isOut && !hasOwn) links.forEach(placeBeside)
    const said = isOut ? speak(status) : ([undefined, ''] as const)
    for (const place of [...all, ...places.values()]) write(place, [...said])
  }

  draw()
  // Routers and frameworks put the foot of the page in again.
  const observer = new MutationObserver(draw)
  observer.observe(document, { childList: true, subtree: true })
  const stops = [
    () => observer.disconnect(),
    consent.on('change', draw),
    consent.on('locale', () => {
      for (const link of filled.keys()) forget(link)
      draw()
    }),
    ...(confirmation ? [createConfirmation({ context, names, isOptedOut, speak: () => speak(status) })] : []),
  ]
  return () => {
    for (const stop of stops) stop()
    for (const link of filled.keys()) forget(link)
  }
}
