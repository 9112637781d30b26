import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { definePlugin, type Plugin } from '../../../../src/api/plugin.js'
import { createCore } from '../../../../src/create-core.js'
import { defineSignal, type SignalOptions } from '../../../../src/plugins/define-signal/index.js'
import { type Calls, forget, openPage } from './visits.js'

let calls: Calls
let isThere: boolean
let open: ReturnType<typeof openPage> | undefined

const signal = (options: Partial<SignalOptions<true>> = {}): Plugin =>
  defineSignal({
    name: 'vendor',
    category: 'marketing',
    vendor: () => isThere && true,
    hold: () => calls.push('hold'),
    grant: () => calls.push('grant'),
    deny: () => calls.push('deny'),
    withdraw: () => calls.push('withdraw'),
    ...options,
  })

function start(plugin: Plugin) {
  open = openPage(plugin, {})
  return open.consent
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  calls = []
  isThere = true
})
afterEach(() => {
  open?.close()
  vi.useRealTimers()
  forget()
})

describe('the order of a page', () => {
  test('a visitor who has not answered is held, then heard', () => {
    const consent = start(signal())
    consent.acceptAll()
    consent.withdraw()
    consent.acceptAll()
    expect(calls).toEqual(['hold', 'grant', 'withdraw', 'grant'])
  })

  test('a stored grant is told without a hold before it', () => {
    start(signal()).acceptAll()
    open?.close()
    calls = []
    start(signal())
    expect(calls).toEqual(['grant'])
  })

  test('a stored refusal is held first', () => {
    start(signal()).rejectAll()
    open?.close()
    calls = []
    start(signal())
    expect(calls).toEqual(['hold', 'deny'])
  })

  test('what is left out falls back: withdraw to deny, deny to hold', () => {
    const rest = { deny: undefined, withdraw: undefined }
    const consent = start(signal(rest))
    consent.acceptAll()
    consent.withdraw()
    expect(calls).toEqual(['hold', 'grant', 'hold'])
    open?.close()
    calls = []
    start(signal(rest))
    expect(calls).toEqual(['hold'])
  })

  test('answers of other categories are not told', () => {
    const consent = start(signal())
    consent.save({ statistics: true })
    expect(calls).toEqual(['hold', 'deny'])
    consent.save({ preferences: true })
    expect(calls).toEqual(['hold', 'deny'])
  })

  test('a second start of the same object repeats nothing', () => {
    const consent = start(signal())
    consent.destroy()
    consent.start()
    expect(calls).toEqual(['hold'])
  })

  test('an opt-out category is granted from the start', () => {
    const consent = createCore({
      categories: { marketing: { model: 'opt-out' } },
      plugins: [signal()],
      reload: 'never',
    })
    consent.start()
    expect(calls).toEqual(['grant'])
    consent.rejectAll()
    expect(calls).toEqual(['grant', 'withdraw'])
    consent.destroy()
  })

  test('a service is followed by its own answer', () => {
    const consent = createCore({
      categories: { marketing: { services: { pixel: {}, other: {} } } },
      plugins: [signal({ category: 'marketing.pixel' })],
    })
    consent.start()
    consent.save({ marketing: true, 'marketing.pixel': false })
    expect(calls).toEqual(['hold', 'deny'])
    consent.destroy()
  })

  test('grants are told before the effects of the decision, refusals too', () => {
    const effect = definePlugin({ name: 'effect', apply: () => void calls.push('apply') })
    const consent = createCore({ plugins: [effect, signal()], reload: 'never' })
    consent.start()
    consent.acceptAll()
    consent.withdraw()
    expect(calls).toEqual(['hold', 'grant', 'apply', 'withdraw', 'apply'])
    consent.destroy()
  })
})

describe('a vendor that comes late', () => {
  test('is told the answer of that moment', () => {
    vi.useFakeTimers()
    isThere = false
    const consent = start(signal())
    consent.acceptAll()
    vi.advanceTimersByTime(5_000)
    expect(calls).toEqual([])
    isThere = true
    vi.advanceTimersByTime(10_000)
    expect(calls).toEqual(['grant'])
  })

  test('is looked for less and less, and no more after a minute and a half', () => {
    vi.useFakeTimers()
    isThere = false
    const looks: number[] = []
    const from = Date.now()
    start(
      signal({
        vendor: () => {
          looks.push(Date.now() - from)
          return undefined
        },
      }),
    )
    vi.advanceTimersByTime(3_600_000)
    expect(looks).toEqual([0, 100, 300, 700, 1500, 3100, 6300, 12700, 25500, 51100, 102300])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is looked for at once when the visitor answers', () => {
    vi.useFakeTimers()
    isThere = false
    const consent = start(signal())
    vi.advanceTimersByTime(3_600_000)
    isThere = true
    consent.acceptAll()
    expect(calls).toEqual(['grant'])
  })

  test('is not looked for after destroy', () => {
    vi.useFakeTimers()
    isThere = false
    start(signal()).destroy()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('bad input', () => {
  const errorsWhile = (act: () => void) => {
    const errors: string[] = []
    const listen = (event: Event) => errors.push((event as CustomEvent).detail.message)
    document.addEventListener('askfirst:error', listen)
    act()
    document.removeEventListener('askfirst:error', listen)
    return errors
  }

  test('a vendor that throws on every call is reported once, the others are told', () => {
    const others: string[] = []
    const errors = errorsWhile(() => {
      const broken = signal({
        hold: () => {
          throw new Error('broken')
        },
        grant: () => {
          throw new Error('broken')
        },
      })
      const consent = createCore({
        plugins: [broken, { ...signal({ name: 'other', grant: () => others.push('grant') }), name: 'other' }],
      })
      consent.start()
      consent.acceptAll()
      consent.destroy()
    })
    expect(errors).toEqual(["vendor: the vendor's code threw. Load its current version."])
    expect(others).toEqual(['grant'])
  })

  test('a category of another name is named, and stays refused', () => {
    const errors = errorsWhile(() => {
      start(signal({ category: 'adverts' })).acceptAll()
    })
    expect(errors).toEqual([
      'vendor: there is no category "adverts". Name one of yours in the plugin\'s options.',
    ])
    expect(calls).toEqual(['hold'])
  })
})
