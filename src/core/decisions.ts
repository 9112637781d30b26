import type { ChangeEvent } from '../api/events.js'
import type { ImportedChoices, Report } from '../api/plugin.js'
import type { Surface } from '../api/surface.js'
import { withAnswers } from '../model/decision.js'
import { isDeclared, namesOf } from '../model/names.js'
import { type Choices, type ConsentRecord, isCurrent } from '../model/record.js'
import type { Settings } from '../model/settings.js'
import type { Emitter } from './emitter.js'
import { encodeDecision, encodeImport } from './encode-decision.js'
import type { Hooks } from './hooks.js'
import { createInOrder } from './in-order.js'
import type { State } from './state.js'
import { createTabs, type Tabs } from './tabs.js'

interface DecisionsOptions {
  readonly settings: Settings
  readonly state: State
  readonly hooks: Hooks
  readonly emitter: Emitter
  readonly report: Report
  readonly current: () => Pick<ChangeEvent, 'status' | 'granted' | 'presumed' | 'record'>
  readonly closeSurfaces: (...surfaces: Surface[]) => Promise<void>
  readonly reload: (removed: readonly string[]) => unknown
}

/** Makes decisions and all that follows from one: state, cookie, other tabs, events, effects, reload. */
export interface Decisions {
  answerAll(answer: boolean, source: string): ConsentRecord
  save(choices: Partial<Choices>, source: string): ConsentRecord | undefined
  adopt(imported: ImportedChoices): ConsentRecord | undefined
  /** Reads the cookie again. @returns whether the answers have changed */
  sync(isRestored: boolean): boolean
  /** Listens to the other tabs. */
  connect(onSync: (isRestored: boolean) => void): () => void
}

export function createDecisions({
  settings,
  state,
  hooks,
  emitter,
  report,
  current,
  closeSurfaces,
  reload,
}: DecisionsOptions): Decisions {
  const inOrder = createInOrder()
  let tabs: Tabs | undefined

  /** Tells everybody what changed and lets the effects act. @returns the names that are granted no more */
  function applyTransition(
    before: readonly string[],
    change: Pick<ChangeEvent, 'source' | 'persisted'>,
  ): string[] {
    const now = current()
    const removed = before.filter((name) => !now.granted.includes(name))
    const added = now.granted.filter((name) => !before.includes(name))
    const transition = { ...now, added, removed, ...change }
    emitter.emit('change', transition)
    hooks.call('apply', transition)
    return removed
  }

  function commit(encode: (before: readonly string[]) => string): ConsentRecord {
    const before = state.granted()
    const isNew = state.set(encode(before))
    // Read back from what was written: whole seconds, nothing else.
    const record = state.record() as ConsentRecord
    const persisted = state.persist()
    if (!persisted) report('the choice could not be stored: it holds for this page only')
    tabs?.broadcast()
    inOrder(() => {
      const removed = isNew ? applyTransition(before, { source: record.source, persisted }) : []
      hooks.call('decided', record)
      emitter.emit('decision', { record, persisted })
      void closeSurfaces('banner', 'preferences')
      if (removed[0]) reload(removed)
    })
    return record
  }

  function decide(granted: ReadonlySet<string>, source: string, isForAll: boolean): ConsentRecord {
    return commit((before) => {
      const draft = { granted: new Set(granted), source }
      hooks.call('draft', draft)
      return encodeDecision(settings, { previous: state.record(), before, granted, draft, isForAll })
    })
  }

  /** Who refuses does not want what was shown once either. */
  function revokeShownOnce(answers: readonly (boolean | undefined)[]): void {
    if (answers.includes(false)) hooks.elements()?.revokeAllowedOnce()
  }

  return {
    answerAll(answer, source) {
      revokeShownOnce([answer])
      const answers = Object.fromEntries(namesOf(settings).map((name) => [name, answer]))
      return decide(withAnswers(settings, [], answers), source, true)
    },
    save(choices, source) {
      const known = Object.entries(choices).filter(([name]) => {
        const isKnown = isDeclared(settings, name)
        if (!isKnown) report(`save: there is no category or service "${name}". It is ignored.`)
        return isKnown
      })
      if (!known[0] && Object.keys(choices)[0]) return state.record()
      revokeShownOnce(known.map(([, answer]) => answer))
      return decide(withAnswers(settings, state.granted(), Object.fromEntries(known)), source, false)
    },
    adopt({ choices, decidedAt = new Date(), source = 'import' }) {
      const known = Object.entries(choices).filter(([name]) => isDeclared(settings, name))
      const isOver = !isCurrent({ decidedAt }, settings.cookie.days)
      if (state.record() || !known[0] || isOver) return
      return commit(() => encodeImport(settings, { choices: Object.fromEntries(known), decidedAt, source }))
    },
    sync(isRestored) {
      const before = state.granted()
      if (!state.sync()) {
        hooks.call('revisit')
        return false
      }
      // A refusal in another tab revokes "show once" here.
      hooks.elements()?.revokeAllowedOnce()
      inOrder(() => {
        const removed = applyTransition(before, { source: 'sync', persisted: true })
        // Reload only a page just restored from the back/forward cache, never one in use.
        if (removed[0] && isRestored) reload(removed)
      })
      return true
    },
    connect(onSync) {
      tabs = createTabs(`askfirst:${settings.cookie.name}:${settings.cookie.path}`, onSync, state.isStale)
      const { stop } = tabs
      return () => {
        stop()
        tabs = undefined
      }
    },
  }
}
