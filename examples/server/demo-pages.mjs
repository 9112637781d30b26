const at = (path) => new URL(`../${path}`, import.meta.url)

const pages = {
  localhost: { path: '/', file: at('home/index.html'), assets: { '/shared/': at('shared/') } },
  'balansys.localhost': {
    path: '/cookie-policy',
    file: at('balansys/cookie-policy.html'),
    panel: at('shared/panel/panel.en.html'),
    config: at('balansys/consent.json'),
    images: ['stats.localhost', 'ads.localhost'],
    frames: ['video.localhost', 'social.localhost'],
    assets: {
      '/shared/': at('shared/'),
      '/askfirst@0.1.0/dist/cdn/': at('../dist/cdn/'),
    },
  },
  'esomus.localhost': {
    path: '/cookies',
    file: at('esomus/cookies.html'),
    panel: at('shared/panel/panel.fr.html'),
    images: ['ads.localhost'],
    bundled: true,
    assets: { '/shared/': at('shared/') },
  },
  'playground.localhost': {
    path: '/',
    file: at('playground/index.html'),
    others: { '/preview': at('playground/preview.html'), '/gallery': at('playground/gallery.html') },
    frames: ['playground.localhost'],
    framed: true,
    assets: {
      '/shared/': at('shared/'),
      '/page/': at('playground/'),
      '/askfirst@0.1.0/dist/cdn/': at('../dist/cdn/'),
    },
  },
}

/**
 * The pages of the demo, by host.
 *
 * - `path`, `file`: where the page is, and what it is
 * - `others`: further pages of the host, by their path
 * - `panel`, `config`: files put into it
 * - `images`, `frames`: third parties it may ask, once the visitor agrees
 * - `framed`: whether pages of the host may show each other in frames
 * - `assets`: folders it serves, by the path they appear under
 * - `bundled`: whether it serves the bundle below `/app/`
 */
export const demoPages = new Map(Object.entries(pages))
