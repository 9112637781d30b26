import type { Answer, LoggedRequest, Route } from './server.js'

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const push = (run: string) => `(window.ran ||= []).push(${JSON.stringify(run)});`

/** The script of a third party: says that it ran, sets cookies, does what `code` says. */
function scriptBody({ query }: LoggedRequest): string {
  const cookies = query.getAll('cookie').map((cookie) => `document.cookie = ${JSON.stringify(cookie)};`)
  const run = query.get('run')
  return [run === null ? '' : push(run), ...cookies, query.get('code') ?? ''].join('\n')
}

function moduleBody(request: LoggedRequest): string {
  const imports = request.query.getAll('import').map((url) => `import ${JSON.stringify(url)};`)
  const wait = request.query.get('await')
  const pause = wait ? `await new Promise((resolve) => setTimeout(resolve, ${Number(wait)}));` : ''
  return `${imports.join('\n')}\n${pause}\n${scriptBody(request)}\nexport default ${JSON.stringify(request.query.get('run'))}`
}

function frameBody(request: LoggedRequest): string {
  const run = JSON.stringify(request.query.get('run') ?? 'frame')
  return `<!doctype html><title>Embedded</title><p>Embedded page</p>
<script>${scriptBody(request)}; parent.postMessage({ frame: ${run} }, '*')</script>`
}

const kinds: {
  readonly [path: string]: readonly [type: string, body: (r: LoggedRequest) => string | Buffer]
} = {
  '/tag.js': ['text/javascript', scriptBody],
  '/module.js': ['text/javascript', moduleBody],
  '/frame.html': ['text/html; charset=utf-8', frameBody],
  '/style.css': ['text/css', ({ query }) => `:root { --ran: ${query.get('run') ?? 'style'} }`],
  '/pixel.gif': ['image/gif', () => gif],
  '/collect': ['text/plain', () => ''],
}

/** What a third party's server would answer, on every host. `README.md` lists the parameters. */
export const answerEndpoint: Route = (request): Answer | undefined => {
  const kind = kinds[request.path]
  if (!kind) return undefined
  const { query } = request
  const custom: Record<string, string> = {}
  for (const header of query.getAll('header')) {
    const [name = '', ...value] = header.split(':')
    custom[name.trim()] = value.join(':').trim()
  }
  const setCookie = query.getAll('set-cookie')
  return {
    status: Number(query.get('status') ?? 200),
    delay: Number(query.get('delay') ?? 0),
    hang: query.has('hang'),
    headers: {
      'Content-Type': kind[0],
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
      'Cache-Control': query.get('cache') ?? 'no-store',
      ...(setCookie.length > 0 && { 'Set-Cookie': setCookie }),
      ...custom,
    },
    body: kind[1](request),
  }
}
