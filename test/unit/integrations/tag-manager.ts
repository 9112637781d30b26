import { expect, vi } from 'vitest'

type Fn = (...args: never[]) => unknown
type Data = { readonly [field: string]: unknown }

/** The sections of a template file, by name: `___INFO___` → `INFO`. */
export function readSections(file: string): { readonly [name: string]: string } {
  const parts = file.split(/^___([A-Z_]+)___$/m)
  return Object.fromEntries(
    parts.flatMap((part, index) => (index % 2 ? [[part, (parts[index + 1] ?? '').trim()]] : [])),
  )
}

interface Scenario {
  readonly name: string
  readonly code: string
}

/** The scenarios of a test section and the code that comes before each. Only the form that Tag Manager exports. */
export function readScenarios(section: string): { scenarios: readonly Scenario[]; setup: string } {
  const [list = '', setup = ''] = section.split(/^setup: \|-$/m)
  const scenarios = list
    .split(/^- name: /m)
    .slice(1)
    .map((entry) => {
      const [name = '', code = ''] = entry.split(/\n {2}code: \|-\n/)
      return { name, code }
    })
  return { scenarios, setup }
}

/**
 * The template API of Tag Manager as far as the template uses it, and its test API
 * (https://developers.google.com/tag-platform/tag-manager/templates/tests). A module that is not known here is an
 * error, as it is there.
 */
export function createTagManager(code: string) {
  const layer: unknown[] = []
  const globals: Record<string, unknown> = {}
  const cookies: Record<string, string[]> = {}
  const api: Record<string, ReturnType<typeof vi.fn>> = {
    callInWindow: vi.fn(),
    getCookieValues: vi.fn((name: string) => cookies[name] ?? []),
    gtagSet: vi.fn(),
    injectScript: vi.fn(),
    logToConsole: vi.fn(),
    setDefaultConsentState: vi.fn(),
    setInWindow: vi.fn((name: string, value: unknown) => {
      globals[name] = value
      return true
    }),
    updateConsentState: vi.fn(),
    gtmOnSuccess: vi.fn(),
    gtmOnFailure: vi.fn(),
    createQueue: vi.fn((name: string) => (entry: unknown) => {
      if (name === 'dataLayer') layer.push(entry)
      else globals[name] = [...((globals[name] as unknown[]) ?? []), entry]
      return 1
    }),
    makeNumber: vi.fn((value: unknown) => Number(value)),
  }
  const modules: Record<string, unknown> = {
    Object: { keys: Object.keys },
    JSON: {
      // Malformed input is `undefined` there, not an exception.
      parse(text: string) {
        try {
          return JSON.parse(text)
        } catch {
          return undefined
        }
      },
    },
  }
  const require = (name: string) => {
    const found = modules[name] ?? api[name]
    if (!found) throw new Error(`Tag Manager has no module "${name}" in this test.`)
    return found
  }
  const runCode = (data: Data) => {
    const given = { ...data, gtmOnSuccess: api.gtmOnSuccess, gtmOnFailure: api.gtmOnFailure }
    new Function('require', 'data', `'use strict'; ${code}`)(require, given)
  }
  const named = (name: string) => {
    const found = api[name]
    if (!found) throw new Error(`There is nothing called "${name}" to assert.`)
    return found
  }
  return {
    api,
    layer,
    globals,
    cookies,
    runCode,
    /** What the code of a scenario may call. */
    testApi: {
      runCode,
      mock: (name: string, value: unknown) => {
        named(name).mockImplementation(typeof value === 'function' ? (value as Fn) : () => value)
      },
      assertApi: (name: string) => ({
        wasCalled: () => expect(named(name), name).toHaveBeenCalled(),
        wasNotCalled: () => expect(named(name), name).not.toHaveBeenCalled(),
        wasCalledWith: (...args: unknown[]) => expect(named(name), name).toHaveBeenCalledWith(...args),
      }),
    },
  }
}
