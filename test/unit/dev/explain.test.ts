import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Consent } from '../../../src/api/consent.js'
import { createConsent } from '../../../src/create-consent.js'
import { createCore } from '../../../src/create-core.js'
import { gate } from '../../../src/gate/gate.js'
import { gpc } from '../../../src/plugins/gpc/index.js'

let consent: Consent | undefined

const start = (options: object = {}): Consent => {
  consent = createConsent(options) as unknown as Consent
  consent.start()
  return consent
}
const put = (html: string): HTMLElement => {
  const holder = document.createElement('div')
  holder.innerHTML = html
  document.body.append(holder)
  return holder.firstElementChild as HTMLElement
}
const explain = (subject: Element | URL | string | null): string => `${consent?.explain?.(subject)}`

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 30, 14, 3, 12) })
})
afterEach(() => {
  consent?.destroy()
  document.body.replaceChildren()
  document.cookie = 'askfirst=; max-age=0; path=/'
  vi.useRealTimers()
})

const script =
  '<script type="text/plain" data-category="statistics" data-src="https://stats.example/tag.js"></script>'
const frame = '<iframe data-category="marketing" data-src="https://video.example/1"></iframe>'
const picture = frame.replaceAll('iframe', 'img').replace('</img>', '')

describe('explain says of a held element', () => {
  test('which category is not answered', () => {
    start()
    expect(explain(put(script))).toBe(
      '<script data-category="statistics" data-src="https://stats.example/tag.js"> is held: "statistics" is not answered yet.',
    )
  })

  test('who refused it, and when', () => {
    start().rejectAll('banner')
    expect(explain(put(frame))).toBe(
      '<iframe data-category="marketing" data-src="https://video.example/1"> is held: "marketing" was refused on 2026-11-30 14:03:12 (source "banner").',
    )
  })

  test('which part of a condition is missing', () => {
    start().save({ statistics: true })
    const all = put('<img data-category="statistics marketing" data-src="https://a.example/">')
    expect(explain(all)).toContain('is held: "marketing" was refused on')
    expect(explain(all)).not.toContain('"statistics" was')
    const any = put('<img data-category="marketing|preferences" data-src="https://a.example/">')
    expect(explain(any)).toContain('is held: one of 2 names is enough, and "marketing" was refused on')
    expect(explain(any)).toContain('"preferences" was refused on')
    const not = put('<img data-category="!statistics" data-src="https://a.example/">')
    expect(explain(not)).toContain('is held: "statistics" has to be refused, and "statistics" was granted on')
  })

  test('that a name is misspelt, and which was meant', () => {
    start()
    expect(explain(put(script.replace('statistics', 'statistcs')))).toContain(
      'is held: "statistcs" is not in the categories option (did you mean "statistics"?).',
    )
    expect(explain(put(frame.replace('marketing', 'marketng')))).toContain('did you mean "marketing"?')
    expect(explain(put('<img data-category="shoes" data-src="https://a.example/">'))).toContain(
      'is left alone: "shoes" is not in the categories option.',
    )
  })

  test('that a service is not declared, or follows its category', () => {
    start({ categories: { marketing: { services: { youtube: {} } } } }).rejectAll('banner')
    const of = (service: string) => put(frame.replace('data-src', `data-service="${service}" data-src`))
    expect(explain(of('youtub'))).toContain(
      '"marketing.youtub" is not in the services of "marketing" (did you mean "marketing.youtube"?)',
    )
    expect(explain(of('youtube'))).toContain('"marketing.youtube" follows "marketing", which was refused on')
  })

  test('that option trusted excludes it, fails, or refuses it', () => {
    start({ trusted: '.ours' }).acceptAll()
    expect(explain(put(frame))).toContain(
      'stays held: it is in no container that option trusted names (".ours").',
    )
    consent?.destroy()
    start({ trusted: () => false }).acceptAll()
    expect(explain(put(frame))).toContain('stays held: the function of option trusted refuses it.')
    consent?.destroy()
    start({ trusted: '[' }).acceptAll()
    expect(explain(put(frame))).toContain('stays held: option trusted failed')
  })

  test('that a script has no nonce, or another one', () => {
    start({ nonce: 'abc' }).acceptAll()
    expect(explain(put(script))).toContain('stays held: it has no nonce than')
  })

  test('that askfirst does not run', () => {
    consent = createConsent() as unknown as Consent
    expect(explain(put(script))).toContain('is held: askfirst does not run. Call consent.start().')
  })

  test('that the page has no gate', () => {
    consent = createCore() as unknown as Consent
    consent.start()
    expect(explain(put(script))).toContain('is left alone: the plugins of this page have no gate.')
  })

  test('that a signal refuses its name', () => {
    vi.stubGlobal('navigator', { ...navigator, globalPrivacyControl: true })
    start({ plugins: [gpc({ status: false })] })
    expect(explain(put(frame))).toContain('the plugin "gpc" refuses "marketing" until the visitor answers')
  })

  test('that the record is older than the name, or of another policy', () => {
    start({ categories: { statistics: {} }, policy: { version: 1 } }).acceptAll('banner')
    consent?.destroy()
    start({ policy: { version: 2 } })
    expect(explain(put(frame))).toContain(
      '"marketing" is not answered yet: the record of 2026-11-30 14:03:12 is without it.',
    )
    expect(explain('statistics')).toContain('under the policy version "1", which is asked again')
  })
})

describe('explain says of an element that is not held', () => {
  test('that it is released, when and by whose answer', async () => {
    start().acceptAll('preferences')
    const element = put(picture)
    await vi.waitFor(() => expect(explain(element)).toContain('was released at'))
    expect(element.getAttribute('src')).toBe('https://video.example/1')
    expect(explain(element)).toContain(
      'was released at 2026-11-30 14:03:12 because "marketing" was granted on 2026-11-30 14:03:12 (source "preferences").',
    )
    consent?.rejectAll('preferences')
    expect(explain(element)).toContain('is held again since 2026-11-30 14:03:12: "marketing" was refused on')
  })

  test('that its address may not be set, or that srcdoc is off', async () => {
    start().acceptAll()
    const bad = put(picture.replace('https://video.example/1', 'javascript:alert(1)'))
    const markup = put('<iframe data-category="marketing" data-srcdoc="<p>"></iframe>')
    await vi.waitFor(() => expect(explain(bad)).toContain('is released'))
    expect(explain(bad)).toContain('is released without its data-src: "javascript:alert(1)" is no address')
    expect(explain(markup)).toContain('is released without its data-srcdoc: the option srcdoc is off.')
  })

  test('that a script without type="text/plain" has run, and a tag without data-src has loaded', () => {
    start()
    expect(explain(put(script.replace('type="text/plain"', '')))).toContain(
      'has run without asking: its type is missing. Give it type="text/plain".',
    )
    expect(explain(put(frame.replace('data-src', 'src')))).toContain(
      'has loaded without asking: it has src. Write data-src instead.',
    )
  })

  test('that it carries no tag, or is of another kind', () => {
    start()
    expect(explain(put('<img src="https://a.example/">'))).toContain(
      'is left alone: it has no data-category.',
    )
    expect(explain(put('<p data-category="shoes">'))).toContain(
      'is left alone: askfirst holds script, template,',
    )
  })

  test('that it is in no document, or in a shadow root that was not scanned', () => {
    start()
    const element = put(frame)
    element.remove()
    expect(explain(element)).toContain('is in no document')
    const root = put('<div></div>').attachShadow({ mode: 'open' })
    root.append(element)
    expect(explain(element)).toContain(
      'stands in a shadow root that was not scanned. Call consent.scan(root).',
    )
    consent?.scan(root)
    expect(explain(element)).toContain('is held: "marketing" is not answered yet.')
  })

  test('that it was shown once', async () => {
    const plugin = gate()
    consent = createCore({ plugins: [plugin] }) as unknown as Consent
    consent.start()
    consent.rejectAll('banner')
    const element = put(picture)
    plugin.elements?.allowOnce(element)
    await vi.waitFor(() => expect(element.hasAttribute('src')).toBe(true))
    expect(explain(element)).toMatch(/was released.* by "show once", although "marketing" was refused on/)
  })
})

describe('explain takes', () => {
  test('a name', () => {
    start({ categories: { necessary: { required: true }, statistics: { model: 'opt-out' }, marketing: {} } })
    expect(explain('necessary')).toBe('"necessary" is required and needs no answer.')
    expect(explain('statistics')).toBe('"statistics" is granted until it is refused (model opt-out).')
    expect(explain('marketng')).toBe(
      '"marketng" is not in the categories option (did you mean "marketing"?).',
    )
  })

  test('a name whose model depends on the region', () => {
    const regions = { US: { categories: { statistics: { model: 'opt-out' } } } }
    start({ regions })
    expect(explain('statistics')).toContain(
      '(model opt-in, the strictest, because the option region is not set)',
    )
    consent?.destroy()
    start({ regions, region: 'US-CA' })
    expect(explain('statistics')).toContain('(model opt-out in the region US-CA)')
  })

  test('an address, and finds the tags that have it', () => {
    start()
    put(script)
    expect(explain('https://stats.example/tag.js')).toContain('is held: "statistics" is not answered yet.')
    expect(explain(new URL('https://other.example/'))).toContain(
      'https://other.example/ is not held: no tag has this address',
    )
  })

  test('nothing, and what is no address', () => {
    start()
    expect(explain(null)).toContain('There is no such element')
    expect(explain('http://')).toContain('is no address')
  })
})
