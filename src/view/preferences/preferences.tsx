import { render, type TargetedEvent } from 'preact'
import type { Consent } from '../../api/consent.js'
import { categoryOf } from '../../model/names.js'
import { own } from '../../model/own.js'
import { formatDuration } from '../../text/duration.js'
import { preferencesTexts } from '../../text/english/preferences.js'
import { focus, focusedElement } from '../parts/focus.js'
import type { Popover } from '../parts/popover.js'
import type { Scene, SurfaceView } from '../surface-context.js'
import { Category } from './category.js'
import { described } from './described.js'
import css from './preferences.css'
import { lockScroll } from './scroll-lock.js'
import type { Wording } from './wording.js'

/**
 * Nothing is on that the visitor has not switched on, now or before a new policy asked again; but what works
 * until it is refused. Own properties alone: a page may have put any name on `Object.prototype`.
 */
function isOn(consent: Consent, name: string): boolean {
  if (consent.status === 'decided') return consent.isGranted(name)
  const category = categoryOf(name)
  const choices = consent.record?.choices ?? {}
  const { model = 'opt-in' } = consent.options.categories[category] ?? {}
  return own(choices, name) ?? own(choices, category) ?? (model !== 'opt-in' && consent.isGranted(name))
}

/** The dialog in which each purpose is decided. The form in the page is the draft; closing drops it. */
export default function createPreferences({ host, strings, context, load, shared }: Scene): SurfaceView {
  const { addSheet, changes, choices, fill, guardPresses, localise, prose } = shared
  const { consent, options, locale, dismiss, report } = context
  const slot = document.createElement('div')
  const resized = new ResizeObserver(() => check())
  let dialog: HTMLDialogElement | undefined
  let opener: Element | null = null
  let unlock: (() => void) | undefined
  let unguard: (() => void) | undefined
  let popover: Popover | undefined

  /** A dialog nobody can see must not keep the page inert: a blocker may hide it at any time. */
  const check = (): void => {
    if (!dialog) return
    if (!dialog.matches(':modal') || !dialog.offsetWidth) {
      dismiss('preferences')
    } else {
      unlock ??= lockScroll()
    }
  }

  const loadPopover = async (): Promise<Popover> => {
    const { createPopover } = await load('popover')
    popover ??= createPopover()
    return popover
  }

  const showFacts = async (button: HTMLElement): Promise<void> => {
    try {
      const { toggle } = popover ?? (await loadPopover())
      toggle(button)
    } catch (cause) {
      report('the code that places details could not be loaded', cause)
      button.nextElementSibling?.removeAttribute('hidden')
    }
  }

  const leaveFacts = (event: TargetedEvent<HTMLDialogElement, Event>): void => {
    if (event instanceof KeyboardEvent && event.key !== 'Escape') return
    if (popover?.close()) event.preventDefault()
  }

  addSheet(host.root, css)
  return {
    render() {
      const texts = strings.over(preferencesTexts)
      const lookUp: { readonly [key: string]: string } = texts
      const language = strings.language()
      const { record } = consent
      const wording: Wording = {
        texts,
        lookUp: (key) => lookUp[key],
        localise: (text) => localise(text, locale()),
        duration: (duration) => (duration === 'session' ? texts.session : formatDuration(duration, language)),
        noticeOf: (category) =>
          (context.notices?.() ?? [])
            .map(({ categories }) => localise(categories[category] ?? '', locale()))
            .join(' '),
        isOn: (name) => isOn(consent, name),
        onFacts: showFacts,
        onApproach: () => void loadPopover().catch(() => {}),
      }
      const changed = changes(texts, context)
      const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
      render(
        <dialog
          class="surface preferences"
          part="dialog"
          data-surface="preferences"
          aria-labelledby="preferences-title"
          onKeyDown={leaveFacts}
          onCancel={leaveFacts}
          onClose={() => dialog && !dialog.open && dismiss('preferences')}
        >
          <form onSubmit={(event) => event.preventDefault()}>
            {/* No `header`: in a dialog that is the landmark of the page's own head (HTML-AAM). */}
            <div class="head">
              <h2 id="preferences-title" part="title" tabIndex={-1}>
                {texts.preferencesTitle}
              </h2>
              <button
                type="button"
                class="close"
                part="close"
                aria-label={texts.close}
                onClick={() => dismiss('preferences')}
              >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="m3.5 3.5 9 9m0-9-9 9" />
                </svg>
              </button>
            </div>
            <div class="scroll" part="categories">
              {described(prose({ text: texts.preferencesText, texts, options }))}
              {changed && described(changed)}
              {Object.entries(options.categories).map(([name, category]) => (
                <Category key={name} name={name} category={category} wording={wording} />
              ))}
              {record && (
                <p part="proof">
                  {fill(texts.proof, { date: date.format(record.decidedAt), id: record.id })}
                </p>
              )}
            </div>
            {described(choices({ texts, action: 'save', label: texts.save, order: options.banner.order }))}
          </form>
        </dialog>,
        slot,
      )
    },
    show() {
      if (!dialog) {
        opener = focusedElement()
        host.root.append(slot)
        dialog = slot.firstElementChild as HTMLDialogElement
      }
      const inside = host.root.activeElement
      // One that left the page with the host kept its `open` but not its place in the top layer.
      if (dialog.open) dialog.close()
      dialog.showModal()
      if (!dialog.contains(inside) || !focus(inside)) focus(dialog.querySelector('h2'))
      resized.observe(dialog)
      unguard ??= guardPresses(dialog)
      check()
    },
    close() {
      const closing = dialog
      dialog = undefined
      resized.disconnect()
      unguard?.()
      unguard = undefined
      popover?.close()
      unlock?.()
      unlock = undefined
      closing?.close()
      render(null, slot)
      slot.remove()
      if (closing && !focus(opener)) {
        focus(host.root.querySelector('[data-surface=banner] [data-consent-action=preferences]'))
      }
    },
  }
}
