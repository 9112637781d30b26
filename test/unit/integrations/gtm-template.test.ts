import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createTagManager, readScenarios, readSections } from './tag-manager.js'

const sections = readSections(readFileSync('integrations/gtm/template.tpl', 'utf8'))
const code = sections.SANDBOXED_JS_FOR_WEB_TEMPLATE ?? ''

const denied = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
}
const given = { load: true, src: 'https://cdn.example/askfirst.js', waitForUpdate: '500' }

describe('the file', () => {
  test.each(['INFO', 'TEMPLATE_PARAMETERS', 'WEB_PERMISSIONS'])('%s is JSON', (name) => {
    expect(() => JSON.parse(sections[name] ?? '')).not.toThrow()
  })

  test('every module that the code asks for that needs a permission has it', () => {
    const permissions = JSON.parse(sections.WEB_PERMISSIONS ?? '[]').map(
      (it: { instance: { key: { publicId: string } } }) => it.instance.key.publicId,
    )
    const needed = {
      setDefaultConsentState: 'access_consent',
      updateConsentState: 'access_consent',
      getCookieValues: 'get_cookies',
      gtagSet: 'write_data_layer',
      injectScript: 'inject_script',
      callInWindow: 'access_globals',
      setInWindow: 'access_globals',
      createQueue: 'access_globals',
      logToConsole: 'logging',
    }
    const asked = [...code.matchAll(/require\('(\w+)'\)/g)].map(([, name]) => name as string)
    for (const name of asked) {
      const permission = needed[name as keyof typeof needed]
      if (permission) expect(permissions, name).toContain(permission)
    }
    expect(asked).toEqual(expect.arrayContaining(Object.keys(needed)))
  })

  test('the code keeps to the language of the sandbox', () => {
    // https://developers.google.com/tag-platform/tag-manager/templates/sandboxed-javascript
    expect(code).not.toMatch(/\bnew\b|\?\?|\?\.|\.\.\.|\bfor\b|\bclass\b|\basync\b|`|=\s*\/[^/]/)
    expect(code).not.toMatch(/\b(window|document|globalThis)\./)
  })
})

describe('its own test section', () => {
  const { scenarios, setup } = readScenarios(sections.TESTS ?? '')

  test('is there', () => {
    expect(scenarios.length).toBeGreaterThan(3)
  })

  test.each(scenarios)('$name', ({ code: scenario }) => {
    const { testApi } = createTagManager(code)
    const names = Object.keys(testApi)
    new Function(...names, `${setup}\n${scenario}`)(...Object.values(testApi))
  })
})

describe('the sandboxed code', () => {
  test('a first visit: regions, then the general default, then the script', () => {
    const { api, layer, globals, runCode } = createTagManager(code)
    const regions = [{ region: 'US, US-CA', granted: 'analytics_storage,ad_storage' }]
    runCode({ ...given, regions, options: '{"categories":{"necessary":{"required":true}}}' })
    expect(api.setDefaultConsentState?.mock.calls).toEqual([
      [
        {
          ...denied,
          analytics_storage: 'granted',
          ad_storage: 'granted',
          region: ['US', 'US-CA'],
          wait_for_update: 500,
        },
      ],
      [{ ...denied, wait_for_update: 500 }],
    ])
    expect(globals.askfirst).toEqual({ options: { categories: { necessary: { required: true } } } })
    expect(api.injectScript?.mock.calls[0]?.[0]).toBe(given.src)
    expect(layer).toEqual([])
  })

  test('a stored answer holds in every region, and its events leave', () => {
    const { api, cookies, layer, runCode } = createTagManager(code)
    cookies.askfirst = ['1::t5k2zq:Vq3fJ8kLmN0pQw1x:banner:-preferences~statistics~marketing']
    runCode({ ...given, regions: [{ region: 'US', granted: 'ad_storage' }], adsDataRedaction: 'dynamic' })
    expect(api.setDefaultConsentState?.mock.calls).toEqual([
      [
        {
          ...denied,
          analytics_storage: 'granted',
          ad_storage: 'granted',
          ad_user_data: 'granted',
          ad_personalization: 'granted',
        },
      ],
    ])
    expect(api.gtagSet?.mock.calls).toEqual([['ads_data_redaction', false]])
    expect(layer).toEqual([
      { event: 'cookie_consent_update' },
      { event: 'cookie_consent_statistics' },
      { event: 'cookie_consent_marketing' },
    ])
  })

  test('of several cookies the newest readable one counts', () => {
    const { api, cookies, runCode } = createTagManager(code)
    cookies['__Host-askfirst'] = ['1::t5k2zr:Vq3fJ8kLmN0pQw1x:banner:-preferences~-statistics~-marketing']
    cookies.askfirst = [
      '1::t5k2zq:Vq3fJ8kLmN0pQw1x:banner:preferences~statistics~marketing',
      'unreadable',
      '2::zzzzzz:Vq3fJ8kLmN0pQw1x:banner:marketing',
    ]
    runCode(given)
    expect(api.setDefaultConsentState?.mock.calls).toEqual([[denied]])
  })

  test('a service that is refused is denied, whatever its category', () => {
    const { api, cookies, runCode } = createTagManager(code)
    cookies.askfirst = ['1::t5k2zq:Vq3fJ8kLmN0pQw1x:banner:-marketing.ads~marketing']
    runCode({ ...given, types: [{ type: 'ad_storage', category: 'marketing.ads' }] })
    expect(api.setDefaultConsentState?.mock.calls).toEqual([
      [{ ...denied, ad_user_data: 'granted', ad_personalization: 'granted' }],
    ])
  })

  test('answers are passed on one by one, each category event once', () => {
    const { api, layer, runCode } = createTagManager(code)
    let listener: ((change: { granted: string[] }) => void) | undefined
    api.injectScript?.mockImplementation((_url: string, onSuccess: () => void) => onSuccess())
    api.callInWindow?.mockImplementation((path: string, event: string, given: typeof listener) => {
      expect([path, event]).toEqual(['askfirst.on', 'change'])
      listener = given
    })
    runCode({ ...given, adsDataRedaction: 'true', urlPassthrough: true })
    listener?.({ granted: ['necessary', 'statistics', 'statistics.ga'] })
    listener?.({ granted: ['necessary', 'statistics', 'marketing'] })
    listener?.({ granted: ['necessary'] })
    expect(api.updateConsentState?.mock.calls).toEqual([
      [{ ...denied, analytics_storage: 'granted' }],
      [
        {
          ...denied,
          analytics_storage: 'granted',
          ad_storage: 'granted',
          ad_user_data: 'granted',
          ad_personalization: 'granted',
        },
      ],
      [denied],
    ])
    expect(layer.map((entry) => (entry as { event: string }).event)).toEqual([
      'cookie_consent_update',
      'cookie_consent_statistics',
      'cookie_consent_update',
      'cookie_consent_marketing',
      'cookie_consent_update',
    ])
    expect(api.gtagSet?.mock.calls[0]).toEqual(['ads_data_redaction', true])
    expect(api.gtagSet?.mock.calls).toContainEqual(['url_passthrough', true])
  })

  test('where the page loads askfirst, the template waits for it', () => {
    const { api, globals, runCode } = createTagManager(code)
    runCode({ ...given, load: false })
    expect(api.injectScript).not.toHaveBeenCalled()
    const [listen] = globals.askfirstQueue as (() => void)[]
    listen?.()
    expect(api.callInWindow).toHaveBeenCalledWith('askfirst.on', 'change', expect.any(Function))
    expect(api.gtmOnSuccess).toHaveBeenCalledOnce()
  })
})
