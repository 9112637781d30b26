import type { Answer, LoggedRequest, Route } from '../../browser/harness/server.js'
import type { KnownAnswer } from './known-answer.js'

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const year = 31_536_000

const html = (body: string, headers: Answer['headers'] = {}): Answer => ({
  headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  body: `<!doctype html><html lang="en">${body}`,
})
const script = (body: string, more: Partial<Answer> = {}): Answer => ({
  headers: { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' },
  body,
  ...more,
})
const pixel = (setCookie: readonly string[] = []): Answer => ({
  headers: { 'Content-Type': 'image/gif', ...(setCookie[0] && { 'Set-Cookie': setCookie }) },
  body: gif,
})

/** The banner of the shop: written for it, with a link in the footer that opens it again. */
const banner = (port: string) => `
<style>
  #notice { position: fixed; inset: auto 0 0; padding: 1rem; background: #fff; border-top: 1px solid #888 }
  #notice button { font: 400 16px/1.5 sans-serif; padding: .5rem 1rem; border: 1px solid #333; background: #eee; color: #111 }
  #later { margin-top: 3000px }
</style>
<div id="notice" hidden role="region" aria-label="Cookies">
  <p>We use cookies of our own and of others. You choose which.</p>
  <button id="yes">Accept all</button> <button id="no">Reject all</button>
</div>
<footer><a href="#cookies" id="again">Cookie settings</a></footer>
<script>
  const notice = document.getElementById('notice')
  const choice = () => /(?:^|; )choice=(\\w+)/.exec(document.cookie)?.[1]
  const load = (src) => document.head.append(Object.assign(document.createElement('script'), { src }))
  const tags = () => {
    load('https://social.test:${port}/pixel.js')
    load('https://ads.test:${port}/ads.js')
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://video.test:${port}/embed' })
    document.body.append(frame)
  }
  const decide = (value) => {
    const was = choice()
    document.cookie = 'choice=' + value + '; path=/; max-age=${year}'
    notice.hidden = true
    if (value === 'yes') return tags()
    if (was !== 'yes') load('https://nag.test:${port}/nag.js')
    else {
      document.cookie = '_fbp=; path=/; domain=shop.test; max-age=0'
      location.reload()
    }
  }
  document.getElementById('yes').onclick = () => decide('yes')
  document.getElementById('no').onclick = () => decide('no')
  document.getElementById('again').onclick = () => { notice.hidden = false }
  if (choice() === 'yes') tags()
  if (!choice()) notice.hidden = false
</script>`

const front = (port: string) => `<head><title>Shop</title>
  <link rel="stylesheet" href="https://fonts.test:${port}/font.css">
  <script src="https://stats.test:${port}/stats.js"></script>
  <script src="https://cdn.shop.test:${port}/own.js"></script></head>
<body><h1>Shop</h1>
  <img src="https://pixel.test:${port}/p.gif?visitor_id=a1b2c3d4e5f6" alt="" width="1" height="1">
  <nav><a href="/products/a">A</a> <a href="/products/b">B</a> <a href="/products/c">C</a> <a href="/about">About</a>
    <a href="/slow">Slow</a> <a href="/hidden/page">Hidden</a> <a href="/list.pdf">PDF</a>
    <a href="https://elsewhere.test:${port}/">Elsewhere</a></nav>
  <img id="later" loading="lazy" src="https://lazy.test:${port}/later.gif" alt="" width="40" height="40">
  <script>
    localStorage.setItem('theme', 'dark')
    sessionStorage.setItem('tab', '1')
    indexedDB.open('cart', 1)
    caches.open('pages-v1')
    navigator.serviceWorker.register('/worker.js')
  </script>${banner(port)}`

const plain = (title: string, port: string, more = '') =>
  `<head><title>${title}</title></head><body><h1>${title}</h1>${more}${banner(port)}`

const answers: { readonly [place: string]: (request: LoggedRequest, port: string) => Answer } = {
  'www.shop.test/': (_, port) =>
    html(front(port), { 'Set-Cookie': 'session=k3j4h5; HttpOnly; Secure; SameSite=Lax; Path=/' }),
  'www.shop.test/products/a': (_, port) =>
    html(plain('A', port), { 'Set-Cookie': 'last_seen=a; Path=/products; Max-Age=86400' }),
  'www.shop.test/products/b': (_, port) => html(plain('B', port)),
  'www.shop.test/products/c': (_, port) => html(plain('C', port)),
  'www.shop.test/about': (_, port) => html(plain('About', port)),
  'www.shop.test/from-sitemap': (_, port) => html(plain('From the sitemap', port)),
  'www.shop.test/hidden/page': (_, port) =>
    html(plain('Hidden', port, '<script>document.cookie = "hidden=1"</script>')),
  'www.shop.test/slow': (_, port) =>
    html(plain('Slow', port, `<script async src="https://slow.test:${port}/slow.js"></script>`)),
  'www.shop.test/worker.js': () => script('self.addEventListener("fetch", () => {})'),
  'www.shop.test/robots.txt': (_, port) => ({
    headers: { 'Content-Type': 'text/plain' },
    body: `User-agent: *\nDisallow: /hidden/\nSitemap: https://www.shop.test:${port}/index.xml\n`,
  }),
  'www.shop.test/index.xml': (_, port) => ({
    headers: { 'Content-Type': 'application/xml' },
    body: `<sitemapindex><sitemap><loc>https://www.shop.test:${port}/pages.xml</loc></sitemap></sitemapindex>`,
  }),
  'www.shop.test/pages.xml': (_, port) => ({
    headers: { 'Content-Type': 'application/xml' },
    body: `<urlset><url><loc>https://www.shop.test:${port}/from-sitemap</loc></url></urlset>`,
  }),
  'cdn.shop.test/own.js': () => script('document.cookie = "basket=0; path=/; domain=shop.test"'),
  'fonts.test/font.css': () => ({ headers: { 'Content-Type': 'text/css' }, body: 'body { margin: 1rem }' }),
  'stats.test/stats.js': (_, port) =>
    script(`document.cookie = '_ga=GA1.1.123; path=/; domain=shop.test; max-age=' + 400 * 86400
      localStorage.setItem('visitor', 'v-1')
      const s = document.createElement('script'); s.src = 'https://loaded.test:${port}/loaded.js'; document.head.append(s)`),
  'loaded.test/loaded.js': () => script('document.cookie = "seen_by=1; path=/"'),
  'pixel.test/p.gif': () => pixel([`tid=77; Path=/; Max-Age=${year}; Secure; HttpOnly; SameSite=None`]),
  'lazy.test/later.gif': () => pixel(),
  'slow.test/slow.js': () => script('document.cookie = "late_one=1; path=/"', { delay: 1500 }),
  'social.test/pixel.js': () =>
    script(`document.cookie = '_fbp=fb.1.2.3; path=/; domain=shop.test; max-age=${year}'`),
  'ads.test/ads.js': () => script(`localStorage.setItem('ad_profile', '{}')`),
  'video.test/embed': () =>
    html(`<title>Film</title><script>
      document.cookie = 'viewer=9; path=/; max-age=${year}; SameSite=None; Secure'
      localStorage.setItem('player', '1')</script>`),
  'nag.test/nag.js': (_, port) =>
    script(`document.cookie = 'nag=1; path=/; max-age=${year}'
      navigator.sendBeacon('https://nag.test:${port}/collect', new URLSearchParams({ uid: 'abcd1234' }))`),
  'nag.test/collect': () => ({ status: 204 }),
}

/** A shop with eight other sites on its pages, and a known answer. */
export const shop: Route = (request) => {
  const answer = answers[`${request.host}${request.path}`]
  return answer?.(request, new URL(`https://${request.headers.host}`).port)
}

export const shopUrl = (port: number) => `https://www.shop.test:${port}/`

/** Everything that the shop stores and asks for on its start page, /slow, /products/a, /about and the page of the sitemap. */
export const shopAnswer: KnownAnswer = {
  storage: {
    'cookie session www.shop.test': 'before reject next-visit accept withdraw',
    'cookie basket .shop.test': 'before reject next-visit accept withdraw',
    'cookie choice www.shop.test': 'reject next-visit accept withdraw',
    'cookie last_seen www.shop.test': 'before reject next-visit accept withdraw',
    'cookie _ga .shop.test': 'before reject next-visit accept withdraw',
    'cookie seen_by www.shop.test': 'before reject next-visit accept withdraw',
    'cookie late_one www.shop.test': 'before reject accept withdraw',
    'cookie tid pixel.test': 'before reject next-visit accept withdraw',
    'cookie nag www.shop.test': 'reject next-visit',
    'cookie _fbp .shop.test': 'accept',
    'cookie viewer video.test': 'accept withdraw',
    'local-storage theme www.shop.test': 'before reject next-visit accept withdraw',
    'local-storage visitor www.shop.test': 'before reject next-visit accept withdraw',
    'local-storage ad_profile www.shop.test': 'accept withdraw',
    'local-storage player video.test': 'accept',
    'session-storage tab www.shop.test': 'before reject next-visit accept withdraw',
    'indexed-db cart www.shop.test': 'before reject next-visit accept withdraw',
    'cache pages-v1 www.shop.test': 'before reject next-visit accept withdraw',
    'service-worker /worker.js www.shop.test': 'before reject next-visit accept withdraw',
  },
  requests: {
    'fonts.test': 'before reject next-visit accept withdraw',
    'stats.test': 'before reject next-visit accept withdraw',
    'loaded.test': 'before reject next-visit accept withdraw',
    'pixel.test': 'before reject next-visit accept withdraw',
    'lazy.test': 'before reject next-visit accept withdraw',
    'slow.test': 'before reject accept',
    'nag.test': 'reject',
    'social.test': 'accept',
    'ads.test': 'accept',
    'video.test': 'accept',
  },
  findings: [
    'error storage-before-consent cookie _ga .shop.test',
    'error storage-before-consent cookie tid pixel.test',
    'warning storage-before-consent cookie late_one www.shop.test',
    'warning storage-before-consent cookie seen_by www.shop.test',
    'warning storage-before-consent local-storage visitor www.shop.test',
    'error request-before-consent request pixel.test',
    'note request-before-consent request fonts.test',
    'note request-before-consent request lazy.test',
    'note request-before-consent request loaded.test',
    'note request-before-consent request slow.test',
    'note request-before-consent request stats.test',
    'error storage-after-reject cookie _ga .shop.test',
    'error storage-after-reject cookie tid pixel.test',
    'warning storage-after-reject cookie late_one www.shop.test',
    'warning storage-after-reject cookie nag www.shop.test',
    'warning storage-after-reject cookie seen_by www.shop.test',
    'warning storage-after-reject local-storage visitor www.shop.test',
    'error request-after-reject request pixel.test',
    'warning request-after-reject request nag.test',
    'error left-after-withdrawal cookie _ga .shop.test',
    'error left-after-withdrawal request pixel.test',
    'note left-after-withdrawal cookie tid pixel.test',
    'note left-after-withdrawal cookie viewer video.test',
    'warning left-after-withdrawal cookie late_one www.shop.test',
    'warning left-after-withdrawal cookie seen_by www.shop.test',
    'warning left-after-withdrawal local-storage ad_profile www.shop.test',
    'warning left-after-withdrawal local-storage visitor www.shop.test',
  ],
}
