import { readFile } from 'node:fs/promises'

const root = new URL('../../', import.meta.url)
const read = (path) => readFile(new URL(path, root), 'utf8')
const peer = 'node_modules/vanilla-cookieconsent/'

/** What the peer needs to know to ask the same question about the same categories. */
const peerOptions = {
  // The peer shows nothing to a browser that says it is driven.
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, statistics: {}, marketing: {} },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'Your choice',
          description: 'We would like to use cookies for statistics and marketing.',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Preferences',
        },
        preferencesModal: {
          title: 'Preferences',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save',
          sections: ['necessary', 'statistics', 'marketing'].map((linkedCategory) => ({
            title: linkedCategory,
            description: 'What it is for.',
            linkedCategory,
          })),
        },
      },
    },
  },
}

async function readAskfirst() {
  const folder = 'dist/cdn/'
  const { default: manifest } = await import(new URL(`${folder}manifest.json`, root), {
    with: { type: 'json' },
  })
  const names = Object.keys(manifest)
  const texts = await Promise.all(names.map((name) => read(folder + name)))
  return {
    name: 'askfirst',
    head: `<script src="/askfirst/askfirst.js" data-categories="necessary! statistics marketing"></script>`,
    accept: '[data-consent-action="accept-all"]',
    host: '#askfirst',
    files: Object.fromEntries(names.map((name, index) => [`/askfirst/${name}`, texts[index]])),
  }
}

async function readPeer() {
  const { version } = JSON.parse(await read(`${peer}package.json`))
  const script = await read(`${peer}dist/cookieconsent.umd.js`)
  return {
    name: `vanilla-cookieconsent ${version}`,
    head: '<link rel="stylesheet" href="/peer/peer.css"><script defer src="/peer/peer.js"></script>',
    accept: '#cc-main .cm [data-role="all"]',
    files: {
      '/peer/peer.css': await read(`${peer}dist/cookieconsent.css`),
      '/peer/peer.js': `${script}\nCookieConsent.run(${JSON.stringify(peerOptions)})`,
    },
  }
}

async function readFloor() {
  return {
    name: 'floor',
    head: '<script defer src="/floor/floor.js"></script>',
    accept: '#floor button',
    files: { '/floor/floor.js': await read('test/bench/floor/floor.js') },
  }
}

/** The page without any library: what measures of extra cost are taken over. */
export const pageAlone = { name: 'page alone', head: '', files: {} }

/**
 * What is compared: the built CDN file, the published peer, and the floor,
 * a banner written by hand that shows what the browser itself costs.
 */
export const readLibraries = () => Promise.all([readAskfirst(), readPeer(), readFloor()])
