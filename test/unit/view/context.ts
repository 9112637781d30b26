import { vi } from 'vitest'
import type { Consent } from '../../../src/api/consent.js'
import type { ViewContext } from '../../../src/api/view.js'
import type { ConsentRecord } from '../../../src/model/record.js'
import type { Settings } from '../../../src/model/settings.js'

interface Given {
  readonly options?: Partial<Settings>
  readonly locale?: string
  readonly status?: Consent['status']
  readonly record?: ConsentRecord | undefined
  readonly granted?: readonly string[]
}

const category = (required = false) => ({ required, services: {}, cookies: [] })

/** A view context around a consent object that can be asked but decides nothing. */
export function createContext({
  options,
  locale = 'en',
  status = 'undecided',
  record,
  granted = [],
}: Given = {}) {
  const resolved: Settings = {
    categories: { necessary: category(true), statistics: category(), marketing: category() },
    policy: { version: '1', url: '/cookies' },
    cookie: { name: 'askfirst', path: '/', days: 182 },
    banner: {},
    reload: 'auto',
    scriptTimeout: 10_000,
    ...options,
  }
  const state = { locale, status, record, granted }
  const consent = {
    options: resolved,
    get status() {
      return state.status
    },
    get record() {
      return state.record
    },
    isGranted: (name: string) => state.granted.includes(name),
  } as Consent
  const report = vi.fn<ViewContext['report']>()
  const dismiss = vi.fn<ViewContext['dismiss']>()
  const context: ViewContext = {
    consent,
    options: resolved,
    locale: () => state.locale,
    report,
    dismiss,
    release: () => {},
  }
  return { context, state, report, dismiss }
}

export const record: ConsentRecord = {
  id: 'Vq3fJ8kLmN0pQw1x',
  decidedAt: new Date('2024-10-01T12:00:00Z'),
  policy: '0',
  source: 'banner',
  choices: { necessary: true, statistics: true, marketing: false },
}
