import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Consent } from '../../src/api/consent.js'
import { definePlugin } from '../../src/api/plugin.js'
import type { MountedView } from '../../src/api/view.js'
import { createConsent } from '../../src/create-consent.js'

let consent: Consent | undefined

function start(options: Parameters<typeof createConsent>[0] = {}): Consent {
  consent = createConsent(options) as Consent
  consent.start()
  return consent
}

function createView() {
  const view: MountedView = { open: vi.fn(), close: vi.fn(), update: vi.fn(), destroy: vi.fn() }
  return { view, load: async () => ({ default: { mount: () => view } }) }
}

const cookie = () => document.cookie.match(/askfirst=([^;]*)/)?.[1]

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(() => {
  consent?.destroy()
  document.cookie = 'askfirst=; max-age=0; path=/'
})

describe('before a choice', () => {
  test('only what is required is granted, and nothing is stored', () => {
    const it = start()
    expect([it.status, it.record, it.isGranted('necessary'), it.isGranted('statistics')]).toEqual([
      'undecided',
      undefined,
      true,
      false,
    ])
    expect(document.documentElement.dataset.consent).toBe('necessary')
    expect(cookie()).toBeUndefined()
  })

  test('the banner is shown when there is a view', async () => {
    const { view, load } = createView()
    const opened = vi.fn()
    const it = createConsent({ view: load })
    consent = it as Consent
    it.on('open', opened)
    it.start()
    await vi.waitFor(() => expect(view.open).toHaveBeenCalledWith('banner'))
    expect(opened).toHaveBeenCalledWith({ surface: 'banner' })
  })
})

describe('a choice', () => {
  test('goes state, cookie, events, in this order', () => {
    const it = start()
    const seen: unknown[] = []
    it.on('change', ({ granted, added, source, persisted }) =>
      seen.push([
        it.isGranted('statistics'),
        cookie()?.includes('~statistics~'),
        granted,
        added,
        source,
        persisted,
      ]),
    )
    const others = ['preferences', 'statistics', 'marketing']
    it.acceptAll('banner')
    expect(seen).toEqual([[true, true, ['necessary', ...others], others, 'banner', true]])
    expect(document.documentElement.dataset.consent).toBe('necessary preferences statistics marketing')
  })

  test('is told to the document too', () => {
    const heard = vi.fn()
    document.addEventListener('askfirst:change', heard, { once: true })
    start().rejectAll()
    expect(heard.mock.calls[0]?.[0].detail).toMatchObject({ granted: ['necessary'], source: 'api' })
  })

  test('is a change the first time even when it refuses all, and none when it is repeated', () => {
    const it = start()
    const heard = vi.fn()
    it.on('change', heard)
    it.rejectAll()
    it.rejectAll()
    expect(heard).toHaveBeenCalledTimes(1)
  })

  test('keeps the id of the first', () => {
    const it = start()
    const { id } = it.rejectAll()
    expect(it.acceptAll().id).toBe(id)
    expect(id).toMatch(/^[a-z0-9]{16}$/)
  })

  test('is read back by the next page', () => {
    start().save({ statistics: true })
    consent?.destroy()
    const it = start()
    expect([it.status, it.isGranted('statistics'), it.isGranted('marketing')]).toEqual([
      'decided',
      true,
      false,
    ])
  })

  test('is asked again under a new policy version, while the old answer still works', () => {
    start({ policy: { version: 1 } }).acceptAll()
    consent?.destroy()
    const it = start({ policy: { version: 2 } })
    expect([it.status, it.isGranted('statistics')]).toEqual(['undecided', true])
  })

  test('can be withdrawn for one name or for all', () => {
    const it = start()
    it.acceptAll()
    it.withdraw('marketing')
    expect([it.isGranted('marketing'), it.isGranted('statistics')]).toEqual([false, true])
    it.withdraw()
    expect([it.isGranted('statistics'), it.isGranted('necessary'), it.status]).toEqual([
      false,
      true,
      'decided',
    ])
  })

  test('is over when its days are', () => {
    vi.useFakeTimers({ now: new Date('2026-01-01') })
    start({ cookie: { days: 10 } }).acceptAll()
    vi.setSystemTime(new Date('2026-01-12'))
    window.dispatchEvent(new Event('focus'))
    expect(consent?.status).toBe('undecided')
    vi.useRealTimers()
  })
})

describe('listeners', () => {
  test('that throw are reported and stop nothing', () => {
    const it = start()
    const errors = vi.fn()
    const other = vi.fn()
    it.on('error', errors)
    it.on('change', () => {
      throw new Error('no')
    })
    it.on('change', other)
    expect(() => it.acceptAll()).not.toThrow()
    expect(other).toHaveBeenCalled()
    expect(errors.mock.calls[0]?.[0]).toMatchObject({ cause: new Error('no') })
  })

  test('of ready are called at once when they come late', () => {
    const late = vi.fn()
    start().on('ready', late)
    expect(late).toHaveBeenCalledWith({
      status: 'undecided',
      granted: ['necessary'],
      presumed: [],
      record: undefined,
    })
  })

  test('can be taken away', () => {
    const it = start()
    const heard = vi.fn()
    it.on('change', heard)()
    it.acceptAll()
    expect(heard).not.toHaveBeenCalled()
  })
})

test('of two tabs that decide in one second the refusal holds, and is what the cookie says', () => {
  const it = start()
  it.rejectAll()
  const refused = cookie()
  document.cookie = `askfirst=${refused?.replace(/:[\w-]+:api:.*/, ':of-another:api:preferences~statistics~marketing')}; path=/`
  window.dispatchEvent(new Event('focus'))
  expect(it.isGranted('marketing')).toBe(false)
  expect(cookie()).toBe(refused)
})

test('whenGranted resolves at once, or with the grant', async () => {
  const it = start()
  await it.whenGranted('necessary')
  const order: string[] = []
  const waiting = it.whenGranted('marketing').then(() => order.push('granted'))
  it.save({ statistics: true })
  await Promise.resolve()
  expect(order).toEqual([])
  it.save({ marketing: true })
  await waiting
  expect(order).toEqual(['granted'])
})

describe('plugins', () => {
  test('are set up before ready, and undone at the end', () => {
    const log: string[] = []
    const it = createConsent({
      plugins: [
        definePlugin({
          name: 'a',
          setup() {
            log.push('setup')
            return () => void log.push('undone')
          },
        }),
      ],
    })
    consent = it as Consent
    it.on('ready', () => log.push('ready'))
    it.start()
    it.destroy()
    expect(log).toEqual(['setup', 'ready', 'undone'])
  })

  test('may take a category out of a decision, and its services with it', () => {
    const it = start({
      categories: { marketing: { services: { youtube: {} } }, statistics: {} },
      plugins: [definePlugin({ name: 'gpc', draft: ({ granted }) => void granted.delete('marketing') })],
    } as never)
    expect(it.acceptAll().choices).toEqual({ marketing: false, statistics: true })
  })

  test('that throw are reported and cost no choice', () => {
    const errors = vi.fn()
    const it = createConsent({
      plugins: [
        {
          name: 'broken',
          setup() {
            throw new Error('setup')
          },
          draft() {
            throw new Error('draft')
          },
        },
      ],
    })
    consent = it as Consent
    it.on('error', errors)
    it.start()
    expect(it.acceptAll().choices.marketing).toBe(true)
    expect(errors).toHaveBeenCalledTimes(2)
  })
})

describe('the view', () => {
  test('that does not load is reported, and is asked for again', async () => {
    const { view, load } = createView()
    const errors = vi.fn()
    let attempts = 0
    const it = createConsent({
      view: async () => {
        if (attempts++ === 0) throw new Error('offline')
        return load()
      },
    })
    consent = it as Consent
    it.on('error', errors)
    it.start()
    await vi.waitFor(() => expect(errors).toHaveBeenCalledTimes(1))
    await it.openPreferences()
    expect(view.open).toHaveBeenCalledWith('preferences')
  })

  test('does not open when the visitor answered while it was loading', async () => {
    const { view, load } = createView()
    const it = start({ view: load })
    it.rejectAll()
    await it.close()
    await new Promise((resolve) => setTimeout(resolve))
    expect(view.open).not.toHaveBeenCalled()
  })

  test('closes with the decision and says so', async () => {
    const { view, load } = createView()
    const closed = vi.fn()
    const it = start({ view: load })
    it.on('close', closed)
    await it.openBanner()
    it.acceptAll()
    await vi.waitFor(() => expect(closed).toHaveBeenCalledWith({ surface: 'banner' }))
    expect(view.close).toHaveBeenCalledWith('banner')
  })
})

test('a second call on the page uses the first and says so', () => {
  const first = start()
  expect(createConsent({ policy: { version: 9 } })).toBe(first)
  expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('called again'))
})

test('destroy leaves the root as it was, and start works again', () => {
  const it = start()
  it.destroy()
  expect(document.documentElement.hasAttribute('data-consent')).toBe(false)
  it.start()
  expect(document.documentElement.dataset.consent).toBe('necessary')
})

test('what decides can be handed to addEventListener, and takes the event for no source and no name', () => {
  const it = start()
  const button = document.createElement('button')
  button.addEventListener('click', it.acceptAll as never, { once: true })
  button.click()
  expect([it.isGranted('marketing'), it.record?.source]).toEqual([true, 'api'])
  button.addEventListener('click', it.withdraw as never)
  button.click()
  expect([it.isGranted('marketing'), it.record?.source]).toEqual([false, 'api'])
})

test('where a listener decides again, every other one hears of that decision last', () => {
  const it = start()
  const heard: string[] = []
  it.on('change', ({ granted }) => granted.includes('marketing') && it.withdraw('marketing'))
  it.on('change', ({ granted }) => heard.push(granted.join(' ')))
  document.addEventListener('askfirst:change', (event) =>
    heard.push((event as CustomEvent).detail.granted.join(' ')),
  )
  it.acceptAll()
  const [first, second] = ['necessary preferences statistics marketing', 'necessary preferences statistics']
  expect(heard).toEqual([first, first, second, second])
})

test('a "ready" listener may end it all', () => {
  const { load } = createView()
  const mount = vi.fn(load)
  const it = createConsent({ view: mount }) as Consent
  consent = it
  it.on('ready', () => it.destroy())
  expect(it.start).not.toThrow()
  expect(mount).not.toHaveBeenCalled()
})
