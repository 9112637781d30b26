import type { ButtonWords } from './button-words.js'

/** The controls of a banner, as elements of a page. */
export interface Controls {
  readonly reject?: Element | undefined
  readonly accept?: Element | undefined
  readonly settings?: Element | undefined
  readonly save?: Element | undefined
  readonly reopen?: Element | undefined
  /** What holds them, if it looks like a banner. */
  readonly banner?: Element | undefined
}

/**
 * Finds the controls of a banner by their texts, in the light and in open shadow roots. A control counts that
 * can be seen and stands in something that looks like a banner: fixed, a dialog, or a box of its own that speaks of cookies.
 * Runs in pages: it is sent as text and must not use anything outside itself.
 */
export function findControls(words: ButtonWords): Controls {
  const whole = (sources: readonly string[]) => new RegExp(`^(?:${sources.join('|')})[\\s.!→›»✓✕×]*$`, 'u')
  const patterns = {
    save: whole(words.save),
    reject: whole(words.reject),
    accept: whole(words.accept),
    settings: whole(words.settings),
  }
  const reopen = whole(words.reopen)
  const about = new RegExp(words.about.join('|'), 'iu')

  function* walk(root: Document | ShadowRoot): Generator<Element> {
    for (const element of root.querySelectorAll('*')) {
      yield element
      if (element.shadowRoot) yield* walk(element.shadowRoot)
    }
  }
  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement
    const root = element.getRootNode()
    return root instanceof ShadowRoot ? root.host : null
  }
  const isVisible = (element: Element) => {
    const { width, height, bottom, right } = element.getBoundingClientRect()
    if (width < 4 || height < 4 || bottom < 0 || right < 0) return false
    return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true
  }
  const textOf = (element: Element) => {
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is written
    const own = element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText
    const text = own?.trim() || element.getAttribute('aria-label') || element.getAttribute('title') || ''
    return text
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/^[✓✔✗✘×]\s*/, '')
  }
  /** The outermost box around a control that lies over the page or is a dialog, else the nearest that speaks of cookies. */
  const bannerOf = (control: Element): Element | undefined => {
    let nearest: Element | undefined
    for (
      let box = parentOf(control);
      box && box !== document.body && box !== document.documentElement;
      box = parentOf(box)
    ) {
      const { position } = getComputedStyle(box)
      // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is written
      const text = (box as HTMLElement).innerText ?? ''
      const isOver =
        position === 'fixed' ||
        position === 'sticky' ||
        box.matches('dialog[open], [role=dialog], [role=alertdialog]')
      if (isOver && text.length < 20_000) return box
      if (!nearest && text.length < 3000 && about.test(text) && text.length > 40) nearest = box
    }
    return nearest
  }

  const found: { -readonly [K in keyof Controls]?: Element } = {}
  const places = new Map<Element, { [kind: string]: Element }>()
  for (const element of walk(document)) {
    if (
      !element.matches('button, a, [role=button], input[type=button], input[type=submit], summary, [onclick]')
    )
      continue
    const text = textOf(element)
    if (!text || text.length > 60) continue
    if (!found.reopen && reopen.test(text) && isVisible(element)) found.reopen = element
    const kind = (Object.keys(patterns) as (keyof typeof patterns)[]).find((one) => patterns[one].test(text))
    if (!kind || !isVisible(element)) continue
    // What unfolds a text is no answer, whatever it is called.
    if (kind !== 'settings' && element.hasAttribute('aria-expanded')) continue
    const banner = bannerOf(element)
    if (
      !banner ||
      !about.test(
        banner.textContent +
          ' ' +
          (banner.shadowRoot?.textContent ?? '') +
          ' ' +
          banner.className +
          ' ' +
          banner.id,
      )
    )
      continue
    const place = places.get(banner) ?? {}
    place[kind] ??= element
    places.set(banner, place)
  }
  // The box that has most of the kinds; an agreement or a refusal is a must.
  const [best] = [...places]
    .filter(([, kinds]) => kinds.accept || kinds.reject || (kinds.save && kinds.settings !== kinds.save))
    .sort(([, a], [, b]) => Object.keys(b).length - Object.keys(a).length)
  if (best) Object.assign(found, best[1], { banner: best[0] })
  return found
}
