import type { ConsentRecord } from '../core/record.js'
import type { MountedView, Surface, View, ViewContext } from '../core/view.js'
import { createBanner } from './banner.js'
import { createHost } from './host.js'
import type { Placeholders } from './placeholder.js'
import type { SurfaceView } from './scene.js'
import { createStrings } from './strings.js'
import { bannerTexts } from './texts/banner.js'

/** Mounts the built-in view. Nothing enters the page before a surface is opened. */
function mount(context: ViewContext): MountedView {
  const { consent, options, report, dismiss } = context
  /** The open surfaces, with the record at the time they opened. */
  const open = new Map<Surface, ConsentRecord | undefined>()
  const surfaces: { [surface in Surface]?: SurfaceView } = {}
  const status = document.createElement('p')
  let placeholders: Placeholders | undefined
  const holding = new Set<() => void>()

  const draw = (): void => {
    host.speak(strings.language())
    for (const surface of open.keys()) surfaces[surface]?.render()
    placeholders?.render()
  }
  const show = (): void => {
    draw()
    for (const surface of open.keys()) surfaces[surface]?.show()
  }
  const host = createHost(options.banner.theme ?? 'auto', show, report)
  const strings = createStrings(context, draw)
  const scene = { host, strings, context }
  surfaces.banner = createBanner(scene)
  status.setAttribute('role', 'status')
  host.root.append(status)

  const loadPreferences = async (): Promise<void> => {
    try {
      const { createPreferences } = await import('./preferences.js')
      surfaces.preferences ??= createPreferences(scene)
    } catch (cause) {
      report('the preferences could not be loaded', cause)
      dismiss('preferences')
    }
  }

  const loadPlaceholders = async (): Promise<Placeholders> => {
    const [{ createPlaceholders }] = await Promise.all([import('./placeholder.js'), strings.load()])
    placeholders ??= createPlaceholders({ strings, context })
    return placeholders
  }

  return {
    hold(element) {
      let undo: (() => void) | undefined
      const end = (): void => {
        holding.delete(end)
        undo?.()
      }
      holding.add(end)
      loadPlaceholders().then(
        ({ hold }) => {
          if (holding.has(end)) undo = hold(element)
        },
        (cause) => report('the placeholders could not be loaded', cause),
      )
      return end
    },
    async open(surface) {
      if (!open.has(surface)) open.set(surface, consent.record)
      status.textContent = ''
      await Promise.all([surfaces[surface] ?? loadPreferences(), strings.load()])
      if (open.has(surface)) await host.attach()
    },
    close(surface) {
      const before = open.get(surface)
      if (!open.delete(surface)) return
      surfaces[surface]?.close()
      // WCAG 4.1.3: say that it worked without moving the focus.
      if (consent.record !== before) status.textContent = strings.over(bannerTexts).saved
      if (!open.size) host.rest()
    },
    async update() {
      await strings.load()
      draw()
    },
    destroy() {
      open.clear()
      for (const end of holding) end()
      for (const surface of Object.values(surfaces)) surface.close()
      host.destroy()
    },
  }
}

/** The built-in view: `view: () => import('askfirst/view')`. */
const view: View = { mount }
export default view
