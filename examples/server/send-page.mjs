import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { contentSecurityPolicy } from './content-security-policy.mjs'

/**
 * Answers with an HTML file, its `{{words}}` filled in. `{{panel}}` and `{{config}}` are
 * files too, read anew each time so that a change shows after a reload; `{{categories}}` and
 * `{{cookies}}` are the declaration of that configuration.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {{ file: URL, panel?: URL, config?: URL, images?: string[], frames?: string[], framed?: boolean }} page
 * @param {number} port
 */
export async function sendPage(response, page, port) {
  const nonce = randomBytes(16).toString('base64')
  const origins = (hosts = []) => hosts.map((host) => `http://${host}:${port}`)
  const config = page.config ? await readFile(page.config, 'utf8') : ''
  const words = {
    ...(config && (await declare(JSON.parse(config)))),
    panel: page.panel ? fillIn(await readFile(page.panel, 'utf8'), { 'served-at': String(Date.now()) }) : '',
    config: config && jsonBlock(config),
    port: String(port),
    nonce,
  }
  const html = fillIn(await readFile(page.file, 'utf8'), words)
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(nonce, {
      images: origins(page.images),
      frames: origins(page.frames),
      framed: page.framed,
    }),
    'x-content-type-options': 'nosniff',
  })
  response.end(html)
}

/** The declaration as HTML: there before any script, for search engines and for visitors without scripts. */
async function declare(options) {
  // Not at the head of the file: without a build there is a friendlier message than Node's.
  const { renderDeclaration } = await import('askfirst/declaration')
  return {
    categories: renderDeclaration(options, { locale: 'en-GB', show: ['categories'] }),
    cookies: renderDeclaration(options, { locale: 'en-GB', show: ['version', 'cookies'] }),
  }
}

/** `</script>` in a text would end the block, and `<!--` would hide its end. */
const jsonBlock = (json) =>
  `<script type="application/json" id="consent-config">\n${json.replaceAll('<', '\\u003c')}</script>`

/** Replaces each `{{word}}`; a word nobody gave is a mistake in the page and says so. */
export function fillIn(text, words) {
  return text.replace(/\{\{([a-z-]+)\}\}/g, (_, word) => {
    if (!(word in words)) throw new Error(`The page asks for {{${word}}}, which nobody provides.`)
    return words[word]
  })
}
