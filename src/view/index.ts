import type { Surface } from '../api/surface.js'
import type { MountedView, View, ViewContext } from '../api/view.js'
import { addSheet } from '../browser/style-sheets.js'
import type { ConsentRecord } from '../model/record.js'
import { bannerTexts } from '../text/english/banner.js'
import { createStrings } from '../text/strings.js'
import css from './banner/banner.css'
import { createBanner } from './banner/banner.js'
import { createHost } from './host.js'
import type { Parts, Scene } from './surface-context.js'

/** The banner is here, the rest is loaded when it is first needed. */
const loaders = {
  banner: async () => ({ default: createBanner }),
  preferences: () => import('./preferences/preferences.js'),
  'settings-button': () => import('./settings-button/settings-button.js'),
  placeholder: () => import('./placeholder/placeholder.js'),
  extras: () => import('./banner/extras.js'),
}

/** Mounts the built-in view. Nothing enters the page before a surface is opened. */
function mount(context: ViewContext): MountedView {
  const { consent, options, report, dismiss } = context
  const { logo, buttons, theme = 'auto' } = options.banner
  /** The open surfaces, with the record at the time they opened. */
  const open = new Map<Surface, ConsentRecord | undefined>()
  const parts: Parts = {}
  const status = document.createElement('p')
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
  const host = createHost(theme, show, report)
  const strings = createStrings(context, draw)
  const scene: Scene = { host, strings, context, parts, isOpen: (surface) => open.has(surface) }
  status.setAttribute('role', 'status')
  host.root.append(status)
  addSheet(host.root, css)

  const load = async (name: keyof Parts): Promise<void> => {
    if (parts[name]) return
    try {
      const { default: create } = await loaders[name]()
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
    }
  }
  for (const type of ['pointerover', 'focusin']) addEventListener(type, prepare, life)

  return {
    hold(element) {
      const held = Promise.all([load('placeholder'), strings.load()])
      const shown = held.then(() => parts.placeholder?.hold(element))
      return () => void shown.then((end) => end?.())
    },
    async open(surface) {
      if (!open.has(surface)) open.set(surface, consent.record)
      status.textContent = ''
      const spoken = strings.load()
      if (logo || buttons) await load('extras')
      await load(surface)
      await spoken
      if (open.has(surface)) await host.attach()
    },
    close(surface) {
      const before = open.get(surface)
      if (!open.delete(surface)) return
      parts[surface]?.close()
      // WCAG 4.1.3: say that it worked without moving the focus.
      if (consent.record !== before) status.textContent = strings.over(bannerTexts).saved
      if (!open.size) host.rest()
      draw()
    },
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

/** The built-in view: `view: () => import('askfirst/view')`. */
const view: View = { mount }
export default view
