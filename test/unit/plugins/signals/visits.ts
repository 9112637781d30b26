import type { Consent } from '../../../../src/api/consent.js'
import type { Plugin } from '../../../../src/api/plugin.js'
import { createCore } from '../../../../src/create-core.js'

export type Calls = unknown[]

/** Puts a vendor's global on the page; each call it gets is noted. */
export type Install = (calls: Calls) => { readonly [global: string]: unknown }

/** What a vendor was called with, step by step. */
export interface Visits {
  readonly first: Calls
  readonly accept: Calls
  readonly reload: Calls
  readonly withdraw: Calls
  readonly reloadRefused: Calls
  readonly reject: Calls
}

const page = window as unknown as Record<string, unknown>

/** One page load: the globals are new, the cookie stays. */
export function openPage(plugin: Plugin, globals: object): { consent: Consent; close(): void } {
  for (const [name, value] of Object.entries(globals)) page[name] = value
  const consent = createCore({ plugins: [plugin], reload: 'never' }) as unknown as Consent
  consent.start()
  return {
    consent,
    close() {
      consent.destroy()
      for (const name of Object.keys(globals)) delete page[name]
    },
  }
}

export function forget(): void {
  document.cookie = 'askfirst=; max-age=0; path=/'
}

/** A visitor who accepts, comes back, withdraws, comes back; and another who refuses. */
export function playVisits(create: () => Plugin, install: Install): Visits {
  let calls: Calls = []
  const take = () => calls.splice(0)
  const open = () => openPage(create(), install(calls))

  let { consent, close } = open()
  const first = take()
  consent.acceptAll()
  const accept = take()
  // The answers are the same: there is nothing to tell.
  consent.acceptAll()
  if (calls[0]) throw new Error(`A repeated answer was told: ${JSON.stringify(calls)}`)
  close()

  calls = []
  ;({ consent, close } = open())
  const reload = take()
  consent.withdraw()
  const withdraw = take()
  close()

  calls = []
  ;({ close } = open())
  const reloadRefused = take()
  close()
  forget()

  calls = []
  ;({ consent, close } = open())
  take()
  consent.rejectAll()
  const reject = take()
  close()
  forget()
  return { first, accept, reload, withdraw, reloadRefused, reject }
}

/** A function that notes its arguments. */
export const recorder =
  (calls: Calls) =>
  (...args: unknown[]): void =>
    void calls.push(args)

/** An object whose methods note their name and arguments. */
export const methods = (calls: Calls, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => void calls.push([name, ...args])]))
