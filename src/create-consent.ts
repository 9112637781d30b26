import type { Consent } from './api/consent.js'
import { warn } from './browser/warn.js'
import { onActions } from './core/click-actions.js'
import { createCookieStorage } from './core/cookie-storage.js'
import { createEmitter } from './core/emitter.js'
import { draftRecord } from './core/encode-decision.js'
import { currentPage, isAskedByParent } from './core/page.js'
import { createState } from './core/state.js'
import { createSurfaces } from './core/surfaces.js'
import { createTabs, isPrerendering, type Tabs, whenActivated } from './core/tabs.js'
import { auditStorage } from './dev/check-storage.js'
import { eraseRefused } from './effects/erase.js'
import { reloadAfter } from './effects/reload.js'
import { markRoot } from './effects/root-attribute.js'
import { createGate, type Gate } from './gate/gate.js'
import { namesOf, withAnswers } from './model/decision.js'
import type { Categories, DefaultCategories, NameOf, Options } from './model/options.js'
import type { ConsentRecord } from './model/record.js'
import { resolveOptions } from './model/resolve-settings.js'

/** Milliseconds after which nothing comes any more from the page that was here before. */
const LATE = 2000

/** As in `warn`: development builds alone have what stands behind it. */
declare const __DEV__: boolean

/**
 * Makes the consent object. Nothing happens before `start()`.
 *
 * @throws Error `[askfirst] …` naming the option and the cure, for a configuration that cannot work
 * @example
 * const consent = createConsent({
 *   policy: { version: '2024-10-01', url: '/cookies' },
 *   categories: { necessary: { required: true }, statistics: {} },
 *   view: () => import('askfirst/view'),
 * })
 * consent.start()
 */
/* @__NO_SIDE_EFFECTS__ */
export function createConsent<const C extends Categories = DefaultCategories>(
  given: Options<C> = {},
): Consent<NameOf<C>> {
  const options = resolveOptions(given as Options<Categories>)
  const page = currentPage()
  if (page?.consent) {
    warn(
      'createConsent was called again on this page: the first consent object stays, these options are not used.',
    )
    return page.consent as Consent<NameOf<C>>
  }

  const state = createState(options, page && createCookieStorage(options))
  const { on, emit } = createEmitter(report)
  const undo: (() => unknown)[] = []
  const awaited = new Set<string>()
  let { locale } = options
  let isReady = false
  let gate: Gate | undefined
  let tabs: Tabs | undefined

  function report(message: string, cause?: unknown): void {
    warn(message, cause)
    emit('error', { message, cause })
  }

  function attempt(what: string, action: () => unknown): void {
    try {
      action()
    } catch (cause) {
      report(`${what} failed`, cause)
    }
  }

  const current = () => ({ status: state.status(), granted: state.granted(), record: state.record() })
  const isKnown = (name: string) => Object.hasOwn(options.categories, name.split('.')[0] as string)

  function erase(): void {
    if (page) eraseRefused(options, state.answer, report)
  }

  /** What follows from a changed state: events, then release and hold, then erasing and a new start. */
  function follow(before: readonly string[], source: string, persisted: boolean, mayReload: boolean): void {
    const { granted } = current()
    const removed = before.filter((name) => !granted.includes(name))
    if (isReady) markRoot(state)
    const added = granted.filter((name) => !before.includes(name))
    emit('change', { ...current(), added, removed, source, persisted })
    gate?.update()
    erase()
    if (!removed[0] || !mayReload) return
    const ran = !!gate?.hasOutrun() || removed.some((name) => awaited.has(name))
    void reloadAfter({ removed, ran }, options.reload, report)
  }

  function decide(granted: ReadonlySet<string>, source: string): ConsentRecord {
    const before = state.granted()
    const value = draftRecord(options, state.record(), granted, source, attempt)
    const isNew = state.set(value)
    // Read back from what was written: whole seconds, nothing else.
    const record = state.record() as ConsentRecord
    const persisted = state.keep()
    if (page && !persisted) report('the choice could not be stored: it holds for this page only')
    tabs?.tell(value)
    if (isNew) follow(before, record.source, persisted, true)
    void surfaces.close('banner', 'preferences')
    return record
  }

  function sync(restored: boolean, value?: string): void {
    const before = state.granted()
    // Code that has run goes on in a tab that was not started anew, and writes again what was erased.
    if (!state.sync(value)) {
      erase()
      return
    }
    // Another tab's refusal is one of what was shown once here, too.
    gate?.allow(undefined)
    // Nobody has begun to work on a page that has just come back; no other is reloaded under their hands.
    follow(before, 'sync', true, restored)
    if (state.status() === 'decided') void surfaces.close('banner')
    void surfaces.update()
    ask()
  }

  function ask(): void {
    // A site that needs all it has asks nothing.
    const isAsking = Object.values(options.categories).some(({ required }) => !required)
    if (isAsking && state.status() === 'undecided' && !isAskedByParent()) void surfaces.open('banner')
  }

  function begin(): void {
    if (!page) return
    state.sync()
    state.tidy()
    const { memory } = page
    gate = createGate({
      answer: state.answer,
      isKnown,
      report,
      // Timers take no more than 24 days: a longer one would end at once.
      timeout: Math.min(options.scriptTimeout, 2e9),
      memory,
      policy: options.trustedTypesPolicy,
      onHeld: surfaces.hold,
    })
    const { isReleased, isIdle } = gate
    tabs = createTabs(`askfirst:${options.cookie.name}:${options.cookie.path}`, sync)
    if (__DEV__) undo.push(auditStorage(consent))
    undo.push(gate.stop, tabs.stop, onActions(consent), surfaces.destroy, markRoot(state))
    for (const { name, setup } of options.plugins) {
      attempt(`plugin "${name}"`, () =>
        undo.push(setup?.({ consent: consent as never, options, report, isReleased, isIdle }) ?? (() => {})),
      )
    }
    // Once more: the page that was left may have set it again on its way out, or had it set by an answer.
    erase()
    const late = setTimeout(erase, LATE)
    undo.push(() => clearTimeout(late))
    isReady = true
    emit('ready', current())
    // A listener may have ended it all.
    if (!isReady) return
    gate.scan(document)
    ask()
    if (options.banner.settingsButton && !isAskedByParent()) void surfaces.open('settings-button')
  }

  const answers = (answer: boolean) =>
    withAnswers(options, [], Object.fromEntries(namesOf(options).map((name) => [name, answer])))

  const consent: Consent = {
    options,
    get locale() {
      return locale || globalThis.document?.documentElement.lang || 'en'
    },
    get status() {
      return state.status()
    },
    get record() {
      return state.record()
    },
    start() {
      if (!page || undo[0]) return
      page.consent = consent
      undo.push(() => {})
      undo.push(whenActivated(begin))
    },
    destroy() {
      isReady = false
      for (const end of undo.splice(0).reverse()) attempt('destroy', end)
      gate = tabs = undefined
      if (page) page.consent = undefined
    },
    isGranted: (name) => !!state.answer(name),
    whenGranted: (name) =>
      new Promise((resolve) => {
        const check = () => {
          if (!state.answer(name) || isPrerendering()) return
          for (const stop of stops) stop()
          awaited.add(name)
          resolve()
        }
        const stops = [on('ready', check), on('change', check)]
        check()
      }),
    acceptAll: (source = 'api') => decide(answers(true), source),
    rejectAll(source = 'api') {
      gate?.allow(undefined)
      return decide(answers(false), source)
    },
    save(choices, source = 'api') {
      // Who refuses does not want what was shown once either.
      if (Object.values(choices).includes(false)) gate?.allow(undefined)
      for (const name of Object.keys(choices))
        if (!isKnown(name)) warn(`save: there is no category "${name}".`)
      return decide(withAnswers(options, state.granted(), choices), source)
    },
    withdraw(name, source) {
      return typeof name === 'string' ? consent.save({ [name]: false }, source) : consent.rejectAll(source)
    },
    openPreferences: () => surfaces.open('preferences'),
    openBanner: () => surfaces.open('banner'),
    close: () => surfaces.close('preferences', 'banner'),
    on(event, listener) {
      const stop = on(event, listener)
      if (event === 'ready' && isReady) attempt('a "ready" listener', () => listener(current() as never))
      return stop
    },
    scan: (root = document) => gate?.scan(root),
    setLocale(tag) {
      locale = tag
      emit('locale', { locale })
      return surfaces.update()
    },
  }

  const surfaces = createSurfaces(
    options.view,
    {
      consent,
      options,
      report,
      locale: () => consent.locale,
      release: (element) => gate?.allow(element),
      dismiss: (surface) => void surfaces.close(surface),
    },
    (event, surface) => emit(event, { surface }),
  )
  if (page) page.consent = consent
  state.sync()
  return consent as unknown as Consent<NameOf<C>>
}
