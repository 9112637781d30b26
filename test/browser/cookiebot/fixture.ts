import type { Site } from '../harness/site.js'

export const cbid = '12345678-abcd-4321-9876-1234567890ab'

/** Hears every event and callback of the vendor, as integrators do, from the head on. */
export const listeners = `
  window.heard = []
  for (const name of ['ConsentReady', 'Load', 'Accept', 'Decline', 'DialogInit', 'DialogDisplay', 'TagsExecuted']) {
    addEventListener('CookiebotOn' + name, () => heard.push(name))
    addEventListener('CookieConsentOn' + name, () => heard.push('=' + name))
  }
  function CookiebotCallback_OnLoad() { heard.push('callback Load') }
  function CookieConsentCallback_OnAccept() { heard.push('callback Accept') }
  function CookiebotCallback_OnDecline() { heard.push('callback Decline') }
  function CookiebotCallback_OnTagsExecuted() { heard.push('callback TagsExecuted') }
  window.polls = []
  const poll = setInterval(() => {
    const it = window.Cookiebot
    if (!it || it instanceof HTMLElement || typeof it.submitCustomConsent !== 'function') return
    clearInterval(poll)
    polls.push(typeof it.show + typeof it.consent.stamp)
  }, 5)`

interface LoaderOptions {
  readonly attributes?: string
  readonly query?: string
}

/** The vendor's loader tag with our address. */
export function loader(site: Site, { attributes = '', query = '' }: LoaderOptions = {}): string {
  const src = site.url(`/askfirst@1/dist/cdn/cookiebot.js${query}`, { host: 'cdn.test' })
  return `<script id="Cookiebot" src="${src}" data-cbid="${cbid}" type="text/javascript" ${attributes}></script>`
}

export const note = (run: string) => `(window.ran ||= []).push('${run}')`

/** A page as its integrators wrote it: tagged scripts, frames, boxes for refusal, the snippet of a tag manager. */
export const page = (site: Site, head: string, nonce = '') => {
  const n = nonce && `nonce="${nonce}"`
  const gtm = site.tag('gtm')
  return `<head><script ${n} data-cookieconsent="ignore">
    window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) }
    gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', wait_for_update: 500 })
    ${listeners}</script>
    ${head}
    <script ${n} data-cookieconsent="ignore">(function (d, s) { var f = d.getElementsByTagName(s)[0], j = d.createElement(s)
      j.async = true; j.src = '${gtm}'; f.parentNode.insertBefore(j, f) })(document, 'script')</script></head>
  <body>
    <script ${n} type="text/plain" data-cookieconsent="necessary">${note('necessary')}</script>
    <script ${n} type="text/plain" data-cookieconsent="statistics" src="${site.tag('statistics', { delay: 100 })}"></script>
    <script ${n} type="text/plain" data-cookieconsent="statistics">${note('inline')}</script>
    <script ${n} type="text/plain" data-cookieconsent="statistics, marketing">${note('both')}</script>
    <script ${n} type="text/plain" data-cookieconsent="marketing">${note('marketing')}</script>
    <iframe data-cookieconsent="marketing" data-cookieblock-src="${site.url('/frame.html', { host: 'video.test', query: { run: 'film' } })}" title="Film"></iframe>
    <div class="cookieconsent-optout-marketing">Please <a href="javascript:Cookiebot.renew()">accept marketing</a>.</div>
    <div class="cookieconsent-optin-statistics">Counted</div>
    <div class="cookieconsent-optout">Nothing accepted</div>
    <div class="cookieconsent-optin">Something accepted</div>
    <p><a id="renew" href="#" onclick="Cookiebot.renew(); return false">Cookies</a></p>
  </body>`
}

declare global {
  interface Window {
    polls: string[]
    dataLayer: { readonly [key: number]: unknown; readonly event?: string }[]
    // biome-ignore lint/suspicious/noExplicitAny: the vendor's object, as pages use it
    Cookiebot: any
    // biome-ignore lint/suspicious/noExplicitAny: the same by its other name
    CookieConsent: any
  }
}
