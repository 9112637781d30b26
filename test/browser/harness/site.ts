import { type Bundle, bundle } from './bundle.js'
import { cdnFolder, cdnHost } from './cdn.js'
import type { Answer, LoggedRequest, Server } from './server.js'

type Body = string | Uint8Array | ((request: LoggedRequest) => string | Uint8Array)
type Query = { readonly [name: string]: string | number | boolean | readonly string[] }
type Attributes = { readonly [name: string]: string | true }

export interface Place {
  /** @default 'www.shop.test' */
  readonly host?: string | undefined
  /** https instead of http. @default the `secure` option of the test file */
  readonly secure?: boolean | undefined
}

export interface PageOptions extends Place {
  /** @default '/' */
  readonly path?: string | undefined
  readonly headers?: { readonly [name: string]: string } | undefined
  /** Content-Security-Policy of the document. */
  readonly csp?: string | undefined
}

export interface FileOptions extends Place, Omit<Answer, 'body'> {
  /** @default 'text/javascript' */
  readonly type?: string | undefined
}

export interface BundleOptions {
  /** @default 'production' */
  readonly condition?: 'production' | 'development' | undefined
  /** Attributes of the script tag, a nonce for example. */
  readonly attributes?: Attributes | undefined
}

export interface Site {
  /** An address on the server. Endpoints read their parameters from `query`. */
  url(path: string, options?: Place & { readonly query?: Query | undefined }): string
  /** Address of a third party's script that notes `run` in `window.ran`. */
  tag(run: string, query?: Query, place?: Place): string
  /** Puts a document on the server and returns its address. `<!doctype html><html lang="en">` may be left out. */
  page(html: string | ((request: LoggedRequest) => string), options?: PageOptions): string
  /** Puts a file on the server and returns its address. */
  file(path: string, body: Body, options?: FileOptions): string
  /** The script tag of the built CDN file, after whatever HTML has to come before it. */
  cdn(attributes?: Attributes, options?: { readonly head?: string } & Pick<Place, 'secure'>): string
  /** Bundles a module that imports `askfirst`, and returns its script tag (same origin as the page). */
  bundle(source: string, options?: BundleOptions): Promise<string>
  /** Requests that reached the server, oldest first. */
  requests(filter?: { readonly host?: string; readonly path?: string | RegExp }): readonly LoggedRequest[]
  /** Forgets everything registered and logged. Happens before each test anyway. */
  reset(): void
}

const escapeAttribute = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const writeAttributes = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`))
    .join('')

export function createSite(server: Server, secureByDefault: boolean, bundles: Map<string, Bundle>): Site {
  const site: Site = {
    url: (path, { host = 'www.shop.test', secure = secureByDefault, query = {} } = {}) => {
      const port = secure ? server.httpsPort : server.httpPort
      const url = new URL(path, `${secure ? 'https' : 'http'}://${host}:${port}`)
      for (const [name, value] of Object.entries(query))
        for (const one of typeof value === 'object' ? value : [value])
          url.searchParams.append(name, String(one))
      return url.href
    },

    tag: (run, query = {}, { host = 'stats.test', secure } = {}) =>
      site.url('/tag.js', { host, secure, query: { run, ...query } }),

    page: (html, { path = '/', headers, csp, ...place } = {}) => {
      const complete = (text: string) =>
        /<html\b/i.test(text) ? text : `<!doctype html><html lang="en">${text}`
      return site.file(path, (request) => complete(typeof html === 'string' ? html : html(request)), {
        ...place,
        type: 'text/html; charset=utf-8',
        // Not `no-store`: such documents never enter the back/forward cache.
        headers: { 'Cache-Control': 'no-cache', ...(csp && { 'Content-Security-Policy': csp }), ...headers },
      })
    },

    file: (
      path,
      body,
      { host = 'www.shop.test', secure, type = 'text/javascript', headers, ...answer } = {},
    ) => {
      server.route((request) => {
        if (request.host !== host || request.path !== path) return undefined
        return {
          ...answer,
          headers: {
            'Content-Type': type,
            'Access-Control-Allow-Origin': '*',
            'Cache-Control': 'no-store',
            ...headers,
          },
          body: typeof body === 'function' ? body(request) : body,
        }
      })
      return site.url(path, { host, secure })
    },

    cdn: (attributes = {}, { head = '', secure } = {}) => {
      const src = site.url(`${cdnFolder}askfirst.js`, { host: cdnHost, secure })
      return `${head}<script${writeAttributes({ src, ...attributes })}></script>`
    },

    bundle: async (source, { condition = 'production', attributes = {} } = {}) => {
      const key = `${condition}\n${source}`
      const files = bundles.get(key) ?? (await bundle(source, condition))
      bundles.set(key, files)
      const folder = `/assets/${[...bundles.keys()].indexOf(key)}/`
      server.route(({ path }) => {
        const body = path.startsWith(folder) ? files.get(path.slice(folder.length)) : undefined
        // Open to all: a sandboxed frame is of no origin and asks for modules across origins.
        const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }
        return body === undefined
          ? undefined
          : { body, headers: { 'Content-Type': 'text/javascript', ...headers } }
      })
      return `<script${writeAttributes({ type: 'module', src: `${folder}app.js`, ...attributes })}></script>`
    },

    requests: ({ host, path } = {}) =>
      server.requests().filter((request) => {
        if (host !== undefined && request.host !== host) return false
        return (
          path === undefined || (typeof path === 'string' ? request.path === path : path.test(request.path))
        )
      }),

    reset: server.reset,
  }
  return site
}
