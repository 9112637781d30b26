import type { Surface } from '../api/surface.js'
import type { MountedView, View, ViewContext } from '../api/view.js'
import { addSheet } from '../browser/style-sheets.js'
import type { ConsentRecord } from '../model/record.js'
import { type BannerLanguage, createStrings } from '../text/strings.js'
import css from './banner/banner.css'
import { createBanner } from './banner/banner.js'
import { createHost } from './host.js'
import { shared } from './shared.js'
import type { LoadPart, Parts, Scene, Shown } from './surface-context.js'

interface ViewFiles {
  readonly load: LoadPart
  /** The language of the banner in this file. @default English */
  readonly language?: BannerLanguage | undefined
}

/** Mounts the view. Nothing enters the page before a surface is opened. */
function mount(context: ViewContext, files: ViewFiles): MountedView {
  const { consent, options, report, dismiss } = context
  const { confirmation, logo, buttons, theme = 'auto' } = options.banner
  /** What is shown, with the record at the time it opened. */
  const open = new Map<Shown, ConsentRecord | undefined>()
  const parts: Parts = {}
  const life = new AbortController()

  const draw = (): void => {
    host.speak(strings.language())
    for (const surface of open.keys()) parts[surface]?.render()
    parts.placeholder?.render()
  }
  const show = (): void => {
    draw()
    for (const surface of open.keys()) parts[surface]?.show()
  }
  /** @returns whether it was open, and the record has changed since */
  function leave(surface: Shown): boolean {
    const before = open.get(surface)
    if (!open.delete(surface)) return false
    parts[surface]?.close()
    if (!open.size) host.rest()
    draw()
    return consent.record !== before
  }
  const host = createHost(theme, show, report)
  const strings = createStrings(context, draw, files.language)
  const scene: Scene = {
    host,
    strings,
    context,
    parts,
    isOpen: (surface) => open.has(surface),
    leave,
    load: files.load,
    shared,
  }
  addSheet(host.root, css)

  parts.banner = createBanner(scene)
  const load = async (name: keyof Parts): Promise<void> => {
    if (parts[name]) return
    try {
      const { default: create } = await files.load(name as 'preferences')
      parts[name] ??= create(scene) as never
    } catch (cause) {
      report(`"${name}" could not be loaded`, cause)
      dismiss(name as Surface)
    }
  }

  // Whoever is about to ask for the preferences finds them there: open within one frame.
  const prepare = (event: Event): void => {
    if (event.composedPath().some((it) => (it as HTMLElement).dataset?.consentAction === 'preferences')) {
      void load('preferences')
      void strings.load(true)
    }
  }
  for (const type of ['pointerover', 'focusin']) addEventListener(type, prepare, life)

  const confirm = async (): Promise<void> => {
    open.set('confirmation', consent.record)
    await Promise.all([load('confirmation'), strings.load(true)])
    if (open.has('confirmation')) await host.attach()
  }

  return {
    roots: [host.root],
    hold(element) {
      const held = Promise.all([load('placeholder'), strings.load(true)])
      const shown = held.then(() => parts.placeholder?.hold(element))
      return () => void shown.then((end) => end?.())
    },
    async open(surface) {
      if (!open.has(surface)) open.set(surface, consent.record)
      host.announce('')
      leave('confirmation')
      await Promise.all([
        strings.load(surface !== 'banner'),
        load(surface),
        surface === 'banner' && (logo || buttons) && load('extras'),
      ])
      if (open.has(surface)) await host.attach()
    },
    close(surface) {
      if (!leave(surface)) return
      host.announce(strings.over().saved)
      if (confirmation) void confirm()
    },
    language: strings.language,
    async update() {
      await strings.load()
      draw()
    },
    destroy() {
      open.clear()
      life.abort()
      for (const part of Object.values(parts)) part.close?.()
      host.destroy()
    },
  }
}

/** The built-in view, with its parts from wherever they lie. */
/* @__NO_SIDE_EFFECTS__ */
export function createView(files: ViewFiles): View {
  return { mount: (context) => mount(context, files) }
}
