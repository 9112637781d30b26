import { afterEach, describe, expect, test, vi } from 'vitest'
import { readTagOptions } from '../../../src/cdn/tag-options.js'

function tag(attributes: { [name: string]: string }): HTMLElement {
  const script = document.createElement('script')
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
  return script
}

afterEach(() => document.body.replaceChildren())

describe('the options of a script tag', () => {
  test('come from its attributes', () => {
    expect(
      readTagOptions(
        tag({
          'data-categories': 'necessary! statistics,  marketing',
          'data-policy-url': '/cookies',
          'data-policy-version': '2024-10-01',
          'data-locale': 'fr',
          'data-cookie-name': 'choice',
          'data-cookie-domain': 'example.com',
          'data-cookie-days': '90',
          'data-layout': 'box',
          'data-position': 'bottom-end',
          'data-theme': 'dark',
        }),
        undefined,
      ),
    ).toEqual({
      categories: { necessary: { required: true }, statistics: {}, marketing: {} },
      policy: { url: '/cookies', version: '2024-10-01' },
      locale: 'fr',
      cookie: { name: 'choice', domain: 'example.com', days: 90 },
      banner: { layout: 'box', position: 'bottom-end', theme: 'dark' },
    })
  })

  test('are richer with a JSON block, and the attributes win', () => {
    document.body.innerHTML = `<script type="application/json" id="config">
      {"policy": {"version": 1, "url": "/a"}, "categories": {"ads": {"label": "Ads"}, "other": {}}}</script>`
    const options = readTagOptions(
      tag({ 'data-config': '#config', 'data-policy-version': '2', 'data-categories': 'necessary! ads' }),
      undefined,
    )
    expect(options.policy).toEqual({ version: '2', url: '/a' })
    expect(options.categories).toEqual({ necessary: { required: true }, ads: { label: 'Ads' } })
  })

  test('start from what the page set before', () => {
    expect(readTagOptions(undefined, { options: { locale: 'nl' } }).locale).toBe('nl')
  })

  test.each(['#missing', '#broken', '#comment', '#list'])(
    'say clearly that %s is no configuration',
    (selector) => {
      document.body.innerHTML = `<script type="application/json" id="broken">{,}</script>
      <div id="comment">{"categories": {"marketing": {"required": true}}}</div>
      <script type="application/json" id="list">"text"</script>`
      expect(() => readTagOptions(tag({ 'data-config': selector }), undefined)).toThrow(
        /^\[askfirst\] data-config="#\w+" does not lead to a JSON object\. Put a <script/,
      )
    },
  )

  test('name containers, a region and a nonce', () => {
    const given = tag({ 'data-actions': '#my-banner', 'data-region': 'US-CA', 'data-nonce': 'r4nd0m' })
    expect(readTagOptions(given, undefined)).toMatchObject({
      actions: '#my-banner',
      region: 'US-CA',
      nonce: 'r4nd0m',
    })
    expect(readTagOptions(tag({ 'data-nonce': 'true' }), undefined).nonce).toBe(true)
    expect(readTagOptions(tag({ 'data-nonce': 'false' }), undefined).nonce).toBe(false)
    expect('nonce' in readTagOptions(tag({}), undefined)).toBe(false)
  })

  test('that are misspelt are named, and those of others are not', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    readTagOptions(
      tag({ 'data-polcy-url': '/a', 'data-cfasync': 'false', 'data-turbo-track': 'reload' }),
      undefined,
    )
    expect(warn.mock.calls).toEqual([
      ['[askfirst] data-polcy-url: there is no such attribute. Did you mean "data-policy-url"?'],
    ])
  })
})
