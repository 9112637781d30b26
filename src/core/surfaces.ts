import type { Surface } from '../api/surface.js'
import type { MountedView, View, ViewContext, ViewLoader } from '../api/view.js'

export interface Surfaces {
  open(surface: Surface): Promise<void>
  close(...surfaces: Surface[]): Promise<void>
  /** A frame or player is held, or not any more. */
  hold(element: HTMLElement, isHeld: boolean): void
  update(): Promise<void>
  /** Language of the view that is mounted. */
  language(): string | undefined
  /** Roots of the view that is mounted: clicks in them may accept. */
  roots(): readonly Node[]
  destroy(): void
}

/** Loads the view when it is first needed and keeps track of what is open. Nothing here rejects. */
export function createSurfaces(
  view: View | ViewLoader | undefined,
  context: ViewContext,
  tell: (event: 'open' | 'close', surface: Surface) => void,
): Surfaces {
  const wanted = new Set<Surface>()
  /** Held elements, with what takes their placeholder away. */
  const held = new Map<HTMLElement, { end?: (() => void) | undefined }>()
  let current: MountedView | undefined
  let mounted: Promise<MountedView | undefined> | undefined

  /** Beside the view, not behind it. Tags that need a closer look wait for the view. */
  function askForLanguage(): ViewContext['early'] {
    const tag = context.locale()
    const load = context.options.locales?.[tag] ?? context.options.locales?.[tag.replace(/-.*/, '')]
    if (!load) return
    const file = (async () => load())()
    file.catch(() => {})
    return { load, file }
  }

  async function mount(): Promise<MountedView | undefined> {
    const loading = typeof view === 'function' ? view() : view
    const early = typeof view === 'function' ? askForLanguage() : undefined
    const loaded = await loading
    return loaded && ('default' in loaded ? loaded.default : loaded).mount({ ...context, early })
  }

  async function act(action: (view: MountedView | undefined) => unknown): Promise<boolean> {
    const view = mounted
    try {
      const it = await view
      // A view that was mounted before a destroy is not the one in use.
      if (view === mounted) current = it
      await action(it)
      return true
    } catch (cause) {
      context.report('the view failed', cause)
      // One that did not load is asked for again; one that is there keeps what it shows.
      await view?.catch(() => {
        mounted = undefined
      })
      return false
    }
  }

  return {
    async open(surface) {
      wanted.add(surface)
      mounted ??= mount()
      // The visitor may have answered while the view was on its way.
      const isShown = await act((it) => wanted.has(surface) && it?.open(surface))
      if (!isShown) wanted.delete(surface)
      else if (wanted.has(surface)) tell('open', surface)
    },
    async close(...surfaces) {
      for (const surface of surfaces) {
        if (!wanted.delete(surface)) continue
        await act((it) => it?.close(surface))
        tell('close', surface)
      }
    },
    hold(element, isHeld) {
      if (isHeld === held.has(element)) return
      if (isHeld) {
        const mine: { end?: (() => void) | undefined } = {}
        held.set(element, mine)
        mounted ??= mount()
        // It may have been let go and held anew while the view was on its way, by another view after a new start.
        void act((it) => {
          if (held.get(element) === mine) mine.end = it?.hold?.(element)
        })
      } else {
        void act(held.get(element)?.end ?? (() => {}))
        held.delete(element)
      }
    },
    async update() {
      await act((it) => it?.update())
    },
    language: () => current?.language?.(),
    roots: () => current?.roots ?? [],
    destroy() {
      wanted.clear()
      current = undefined
      void act((it) => it?.destroy())
      mounted = undefined
    },
  }
}
