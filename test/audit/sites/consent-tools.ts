import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Route } from '../../browser/harness/server.js'
import type { KnownAnswer } from './known-answer.js'

const root = new URL('../../../node_modules/', import.meta.url)

interface ToolPage {
  /** Folder of the package whose files the site serves under `/tool/`. */
  readonly files: string
  readonly html: (tag: string) => string
  readonly answer: KnownAnswer
  /** Findings about the buttons, which depend on the style of the tool: rule and cure. */
  readonly unequal: readonly string[]
}

const all = 'before reject next-visit accept withdraw'

const answered = 'reject next-visit accept withdraw'

/** What every fixture has beside its tool: a cookie of its own server, a tag that needs consent, and its host. */
const common = (tool: string, host: string, left = ''): KnownAnswer => ({
  storage: {
    [`cookie session ${host}`]: all,
    [tool]: answered,
    [`cookie tag_id ${host}`]: `accept${left && ' withdraw'}`,
    [`local-storage tag_store ${host}`]: 'accept withdraw',
  },
  requests: { 'tags.test': 'accept' },
  findings: [
    ...(left ? [`warning left-after-withdrawal cookie tag_id ${host}`] : []),
    `warning left-after-withdrawal local-storage tag_store ${host}`,
  ],
})

const withStorage = (answer: KnownAnswer, storage: KnownAnswer['storage']): KnownAnswer => ({
  ...answer,
  storage: { ...answer.storage, ...storage },
})

/** One page for each tool, as its documentation sets it up. Each holds its tag until an answer; what is left afterwards was checked by hand. */
export const toolPages: { readonly [host: string]: ToolPage } = {
  'vcc.test': {
    files: 'vanilla-cookieconsent/dist/',
    html: (tag) => `<link rel="stylesheet" href="/tool/cookieconsent.css">
      <script type="text/plain" data-category="analytics" src="${tag}"></script>
      <script src="/tool/cookieconsent.umd.js"></script>
      <script>CookieConsent.run({
        categories: { necessary: { enabled: true, readOnly: true }, analytics: { autoClear: { cookies: [{ name: 'tag_id' }], reloadPage: true } } },
        language: { default: 'en', translations: { en: {
          consentModal: { title: 'We use cookies', description: 'For statistics.', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', showPreferencesBtn: 'Manage preferences' },
          preferencesModal: { title: 'Cookie preferences', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', savePreferencesBtn: 'Save preferences', closeIconLabel: 'Close',
            sections: [{ title: 'Necessary', description: 'Cookies', linkedCategory: 'necessary' }, { title: 'Statistics', description: 'Cookies', linkedCategory: 'analytics' }] } } } } })</script>`,
    answer: common('cookie cc_cookie .vcc.test', 'vcc.test'),
    unequal: [],
  },
  'klaro.test': {
    files: 'klaro/dist/',
    html: (
      tag,
    ) => `<script>window.klaroConfig = { acceptAll: true, lang: 'en', services: [{ name: 'tag', title: 'Tag', purposes: ['analytics'], cookies: ['tag_id'] }], translations: { en: { purposes: { analytics: 'Statistics' } } } }</script>
      <script defer src="/tool/klaro.js" data-config="klaroConfig"></script>
      <script type="text/plain" data-type="application/javascript" data-name="tag" data-src="${tag}"></script>`,
    answer: common('cookie klaro klaro.test', 'klaro.test'),
    unequal: [],
  },
  'orejime.test': {
    files: 'orejime/dist/',
    html: (tag) => `<link rel="stylesheet" href="/tool/orejime-standard.css">
      <script>window.orejimeConfig = { privacyPolicyUrl: '/privacy', purposes: [{ id: 'analytics', title: 'Statistics', cookies: ['tag_id'] }] }</script>
      <template data-purpose="analytics"><script src="${tag}"></script></template>
      <script src="/tool/orejime-standard-en.js"></script>`,
    answer: common(
      'cookie eu-consent orejime.test',
      'orejime.test',
      'its own erasing misses cookies of the host alone',
    ),
    unequal: [],
  },
  'tarteaucitron.test': {
    files: 'tarteaucitronjs/',
    html: (tag) => `<script src="/tool/tarteaucitron.js"></script>
      <script>
        window.tarteaucitronForceLanguage = 'en'
        tarteaucitron.init({ privacyUrl: '', hashtag: '#tarteaucitron', cookieName: 'tarteaucitron', orientation: 'bottom', showAlertSmall: false, cookieslist: false, showIcon: true, iconPosition: 'BottomRight', DenyAllCta: true, AcceptAllCta: true, highPrivacy: true, handleBrowserDNTRequest: false, mandatory: true, removeCredit: true, moreInfoLink: false, useExternalCss: false, useExternalJs: false, adblocker: false, bodyPosition: 'top' })
        tarteaucitron.services.fixture = { key: 'fixture', type: 'analytic', name: 'Fixture', uri: '', needConsent: true, cookies: ['tag_id'], js: () => tarteaucitron.addScript('${tag}') }
        ;(tarteaucitron.job = tarteaucitron.job || []).push('fixture')
      </script>`,
    answer: withStorage(common('cookie tarteaucitron tarteaucitron.test', 'tarteaucitron.test'), {
      // It notes that it waits for an answer.
      'cookie tarteaucitron tarteaucitron.test': all,
    }),
    unequal: [],
  },
}

const types: { readonly [ending: string]: string } = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
}

export const consentTools: Route = ({ host, path, headers }) => {
  const port = new URL(`https://${headers.host}`).port
  if (host === 'tags.test')
    return {
      headers: { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' },
      body: `document.cookie = 'tag_id=1; path=/; max-age=999999'; localStorage.setItem('tag_store', '1')`,
    }
  const tool = toolPages[host]
  if (!tool) return
  if (path === '/')
    return {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': 'session=1; HttpOnly; Path=/' },
      body: `<!doctype html><html lang="en"><head><title>${host}</title></head><body><h1>${host}</h1><p>Text of the page.</p>${tool.html(`https://tags.test:${port}/tag.js`)}`,
    }
  const file = /^\/tool\/([\w./-]+)$/.exec(path)?.[1]
  if (!file || file.includes('..')) return
  try {
    return {
      headers: { 'Content-Type': types[file.split('.').pop() ?? ''] ?? 'text/plain' },
      body: readFileSync(fileURLToPath(new URL(tool.files + file, root))),
    }
  } catch {
    return { status: 404 }
  }
}
