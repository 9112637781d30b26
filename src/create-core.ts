import type { Consent } from './api/consent.js'
import type { Options } from './api/options.js'
import type { EarlyContext, Plugin, PluginContext } from './api/plugin.js'
import type { Notice } from './api/view.js'
import { type ChangedFields, watchFields } from './browser/changed-fields.js'
import { isHttps } from './browser/is-https.js'
import { isPrerendering, whenActivated } from './browser/prerendering.js'
import { onRewritten } from './browser/rewritten.js'
import { warn } from './browser/warn.js'
import { onActionClicks } from './core/click-actions.js'
import { createCookieStorage } from './core/cookie-storage.js'
import { createDecisions } from './core/decisions.js'
import { createEmitter } from './core/emitter.js'
import { createHooks, type GivenPlugins } from './core/hooks.js'
import { createOwnStorage } from './core/own-storage.js'
import { currentPage, isHandledByParentFrame } from './core/page.js'
import { createState } from './core/state.js'
import { createSurfaces } from './core/surfaces.js'
import { createUsage } from './core/usage.js'
import { checkGate } from './dev/check-gate.js'
import { checkOptions } from './dev/check-options.js'
import { checkStorage } from './dev/check-storage.js'
import { createExplain } from './dev/explain/create-explain.js'
import { createExplainName } from './dev/explain/explain-name.js'
import { isLasting, readTrial, withTrial } from './dev/trial.js'
import { createReload } from './effects/reload.js'
import { rootAttribute } from './effects/root-attribute.js'
import type { Categories, DefaultCategories, NamesIn } from './model/categories.js'
import { resolveSettings } from './model/resolve-settings.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

/**
 * Makes the consent object without gate and eraser: banner, record, signals. Nothing happens before `start()`.
 * The gate (`askfirst/gate`) and the eraser (`askfirst/erase`) are plugins; `askfirst` is all of them.
 *
 * @param builtIn plugins that come before the site's own
 * @throws Error `[askfirst] …` naming the option and the cure, for a configuration that cannot work
 */
/* @__NO_SIDE_EFFECTS__ */
export function createCore<const C extends Categories = DefaultCategories>(
  given: Options<C> = {},
  builtIn: readonly Plugin[] = [],
): Consent<NamesIn<C>['name']> {
  if (__DEV__) {
    for (const problem of checkOptions(given)) warn(problem)
    given = withTrial(given as Options<Categories>) as Options<C>
  }
  const options = resolveSettings(given as Options<Categories>, isHttps())
  const page = currentPage()
  if (page?.consent) {
    warn(
      'createConsent was called again on this page: the first consent object stays, these options are not used.',
    )
    return page.consent as unknown as Consent<NamesIn<C>['name']>
  }

  function report(message: string, cause?: unknown): void {
    warn(message, cause)
    emitter.emit('error', { message, cause })
  }
  function runSafely(what: string, action: () => unknown): void {
    try {
      action()
    } catch (cause) {
      report(`${what} failed`, cause)
    }
  }

  const emitter = createEmitter(report)
  const usage = createUsage()
  const hooks = createHooks(
    [
      rootAttribute(),
      ...(__DEV__ && readTrial() ? builtIn.filter((it) => !isLasting(it)) : builtIn),
      __DEV__ && checkStorage(),
      __DEV__ && checkGate(() => !!hooks.elements()),
      ...((given.plugins ?? []) as GivenPlugins),
    ],
    runSafely,
  )
  const state = createState({
    settings: options,
    storage: page && (options.storage ? createOwnStorage(options.storage) : createCookieStorage(options)),
    presume: hooks.presume,
  })
  const notices = new Map<string, () => Notice | undefined>()
  const undo: (() => unknown)[] = []
  let { locale } = options
  let isReady = false
  let fields: ChangedFields | undefined
  const current = () => ({
    status: state.status(),
    granted: state.granted(),
    presumed: state.presumed(),
    record: state.record(),
  })
  const reload = createReload({
    policy: options.reload,
    report,
    isGranted: (name) => !!state.answer(name),
    onWait(withdrawal) {
      emitter.emit('reload', withdrawal)
      void surfaces.open('reload')
    },
  })
  const decisions = createDecisions({
    settings: options,
    state,
    hooks,
    emitter,
    report,
    current,
    closeSurfaces: (...names) => surfaces.close(...names),
    reload: (removed) => reload.after({ removed, ran: usage.among(removed), isDirty: !!fields?.isDirty() }),
  })

  function openBannerIfAsking(): void {
    if (state.isAsking() && !isHandledByParentFrame()) void surfaces.open('banner')
  }

  function onSync(isRestored: boolean): void {
    if (!decisions.sync(isRestored)) return
    if (!state.isAsking()) void surfaces.close('banner')
    void surfaces.update()
    openBannerIfAsking()
  }

  function activate(): void {
    state.sync()
    state.tidy()
    fields = watchFields()
    undo.push(
      onRewritten(() => {
        consent.destroy()
        consent.start()
      }),
      fields.stop,
      decisions.connect(onSync),
      onActionClicks(consent, surfaces.roots),
      surfaces.destroy,
      hooks.stop,
    )
    hooks.setup(context, () => page?.consent === consent)
    if (page?.consent !== consent) return
    isReady = true
    emitter.emit('ready', current())
    // A listener may have ended it all.
    if (!isReady) return
    hooks.elements()?.scan(document)
    openBannerIfAsking()
    if (options.banner.settingsButton && !isHandledByParentFrame()) void surfaces.open('settings-button')
  }

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
      if (page.consent && page.consent !== consent) {
        warn('start: another consent object runs on this page. Call its destroy() first.')
        return
      }
      page.consent = consent
      page.use = hooks.add
      undo.push(whenActivated(activate))
    },
    destroy() {
      isReady = false
      if (page?.consent === consent) page.consent = page.use = undefined
      for (const end of undo.splice(0).reverse()) runSafely('destroy', end)
    },
    isGranted: (name) => !!state.answer(name),
    whenGranted: (name) =>
      new Promise((resolve) => {
        const check = () => {
          if (!state.answer(name) || isPrerendering()) return
          for (const stop of stops) stop()
          usage.mark(name)
          resolve()
        }
        const stops = [emitter.on('ready', check), emitter.on('change', check)]
        check()
      }),
    acceptAll: (source = 'api') => decisions.answerAll(true, source),
    rejectAll: (source = 'api') => decisions.answerAll(false, source),
    save: (choices, source = 'api') => decisions.save(choices, source),
    withdraw: (name, source) =>
      typeof name === 'string' ? consent.save({ [name]: false }, source) : consent.rejectAll(source),
    openPreferences: () => surfaces.open('preferences'),
    openBanner: () => surfaces.open('banner'),
    close: () => surfaces.close('preferences', 'banner'),
    on(event, listener) {
      const stop = emitter.on(event, listener)
      if (event === 'ready' && isReady) runSafely('a "ready" listener', () => listener(current() as never))
      return stop
    },
    scan(root) {
      if (page) hooks.elements()?.scan(root ?? document)
    },
    setLocale(tag) {
      locale = tag
      emitter.emit('locale', { locale })
      return surfaces.update()
    },
  }

  const surfaces = createSurfaces(
    given.view,
    {
      consent,
      options,
      report,
      locale: () => consent.locale,
      notices: () => [...notices.values()].flatMap((read) => read() ?? []),
      pendingReload: reload.pending,
      release: (element) => hooks.elements()?.allowOnce(element),
      dismiss: (surface) => void surfaces.close(surface),
    },
    (event, surface) => emitter.emit(event, { surface }),
  )
  const early: EarlyContext = { consent, options, report, answer: state.answer, granted: state.granted }
  const context: PluginContext = {
    ...early,
    isReleased: (element) => !!hooks.elements()?.isReleased(element),
    isIdle: () => hooks.elements()?.isIdle() ?? true,
    markUsed: usage.mark,
    language: () => surfaces.language() ?? consent.locale,
    adopt: decisions.adopt,
    alias: (alias) => hooks.elements()?.alias?.(alias),
    showPlaceholder: surfaces.hold,
    showNotice(name, read) {
      notices.set(name, read)
      void surfaces.update()
    },
    emitRelease: (elements) => emitter.emit('release', { elements }),
  }
  if (__DEV__) {
    const plugins = () => [...(hooks.all?.() ?? [])]
    const explainName = createExplainName({
      settings: options,
      record: state.record,
      presumed: () => plugins().map((plugin) => [plugin.name, plugin.presume?.() ?? {}] as const),
    })
    const isRunning = () => isReady
    Object.assign(early, { explainName })
    Object.assign(context, { explainName })
    if (page)
      Object.assign(consent, {
        explain: createExplain({ settings: options, plugins, explainName, isRunning }),
      })
  }
  if (page) {
    page.consent = consent
    page.use = hooks.add
    state.sync()
    hooks.call('early', early)
  }
  return consent as unknown as Consent<NamesIn<C>['name']>
}
