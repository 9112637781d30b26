import type { Options } from '../api/options.js'
import { definePlugin } from '../api/plugin.js'
import { warn } from '../browser/warn.js'
import type { Categories } from '../model/categories.js'

/** What a developer tries in one tab: answers, region and language of an imaginary visitor. */
export interface Trial {
  /** The encoded record; empty for a first visit. */
  readonly record: string
  /** `''`: not known. Left out: that of the options. */
  readonly region?: string | undefined
  readonly locale?: string | undefined
  /** Decided at the next start, and then forgotten. */
  readonly answer?: boolean | undefined
}

/** In the tab alone, so that other tabs go on with the cookie. */
export const TRIAL = 'askfirst.trial'

/** Source of the decisions that are made in the panel. */
export const SOURCE = 'devtools'

/** Plugins that reach beyond the page: cookies of other code, a log on a server, choices of another system. */
const LASTING = ['erase', 'consent-log', 'import-choices']

/** The trial of this tab; `undefined` where there is none, and where the browser refuses the storage. */
export function readTrial(): Trial | undefined {
  try {
    const value = sessionStorage.getItem(TRIAL)
    return value ? { record: '', ...JSON.parse(value) } : undefined
  } catch {
    return
  }
}

/** Begins a trial or goes on with it. @throws where the browser refuses the storage */
export function writeTrial(trial: Trial): void {
  sessionStorage.setItem(TRIAL, JSON.stringify(trial))
}

export function endTrial(): void {
  sessionStorage.removeItem(TRIAL)
}

/** Whether a trial leaves a plugin out. */
export const isLasting = (plugin: unknown): boolean =>
  LASTING.includes((plugin as { readonly name?: string } | null)?.name ?? '')

/** Makes the decision that the panel has asked for before it loaded the page again. */
const decide = definePlugin({
  name: 'trial',
  setup: ({ consent }) =>
    consent.on('ready', () => {
      const { answer, ...rest } = readTrial() ?? { record: '' }
      if (answer === undefined) return
      writeTrial(rest)
      if (answer) consent.acceptAll(SOURCE)
      else consent.rejectAll(SOURCE)
    }),
})

/**
 * Development builds alone: while a trial is on, the record is kept in the tab, and the cookie is neither read nor
 * written.
 */
export function withTrial<T extends Options<Categories>>(options: T): T {
  const trial = readTrial()
  if (!trial) return options
  warn(
    `a trial of askfirst/devtools is on in this tab: the cookie is neither read nor written. End it in the panel, or by sessionStorage.removeItem("${TRIAL}").`,
  )
  const { region = options.region, locale = options.locale } = trial
  return {
    ...options,
    region,
    locale,
    storage: {
      read: () => readTrial()?.record,
      write(value: string) {
        const now = readTrial()
        if (now) writeTrial({ ...now, record: value })
        return !!now
      },
    },
    plugins: [...(options.plugins ?? []).filter((it) => !isLasting(it)), decide],
  }
}
