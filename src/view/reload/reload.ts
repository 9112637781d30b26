import { element } from '../../browser/markup.js'
import { matchTag } from '../../text/language.js'
import type { Scene, SurfaceView } from '../surface-context.js'
import css from './reload.css'
import { reloadTexts } from './texts.js'

/** A note that waits with the reload for the visitor, whose entries on the page it would empty. */
export default function createReloadNote(scene: Scene): SurfaceView {
  const { host, strings, context } = scene
  const { addSheet, raise, toDom } = scene.shared
  const slot = document.createElement('div')
  let isAnnounced = false

  function close(): void {
    isAnnounced = false
    slot.remove()
  }
  function onClick({ target }: Event): void {
    const { action } = (target as HTMLElement).dataset
    if (!action) return
    if (action === 'now') context.pendingReload?.()?.()
    context.dismiss('reload')
  }

  addSheet(host.root, css)
  slot.addEventListener('click', onClick)
  return {
    render() {
      // The names may have been granted again meanwhile.
      if (!context.pendingReload?.()) return close()
      const tag = matchTag(Object.keys(reloadTexts), strings.language()) ?? 'en'
      const [text, now, later] = reloadTexts[tag] ?? ['', '', '']
      const button = (action: string, label: string) =>
        element('button', { type: 'button', part: 'button', 'data-action': action }, label)
      toDom(slot, [
        element(
          'div',
          {
            class: 'surface note',
            part: 'reload',
            popover: 'manual',
            role: 'group',
            'aria-label': now,
            'data-surface': 'reload',
          },
          element('p', {}, text),
          element('div', { class: 'choices', part: 'buttons' }, button('now', now), button('later', later)),
        ),
      ])
    },
    show() {
      if (!slot.firstElementChild) return
      if (!slot.isConnected) host.root.append(slot)
      raise(slot.firstElementChild as HTMLElement)
      // WCAG 4.1.3: said without moving the focus.
      if (!isAnnounced) host.announce(slot.querySelector('p')?.textContent ?? '')
      isAnnounced = true
    },
    close,
  }
}
