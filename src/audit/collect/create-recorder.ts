import type { BrowserContext, Page, Request, Response } from 'playwright-core'
import type { Phase, Writer } from '../rules/facts.js'
import { countIdentifierBytes, stripValues } from './identifiers.js'
import { hostOf, isSameSite } from './party.js'
import { type Causes, followCauses, traceCauses } from './trace-causes.js'
import { binding, type Noted, watchPage } from './watch-page.js'

/** One request to another site. */
export interface AskedUrl {
  readonly host: string
  readonly phase: Phase
  readonly page: string
  readonly type: string
  readonly identifierBytes: number
  readonly setsCookies: string[]
  readonly url: string
  readonly example: string
  /** Milliseconds since the page was asked for. */
  readonly at: number
}

/** One moment of the timeline. */
export interface Moment {
  readonly phase: Phase
  readonly page: string
  /** Milliseconds since the page was asked for. */
  readonly at: number
  readonly what: 'request' | 'cookie' | 'storage' | 'answer'
  readonly text: string
}

/** Where the visitor is. */
export interface Place {
  readonly phase: Phase
  readonly page: string
}

export interface Recorder {
  /** Says where what follows belongs. `isArrival`: the clock of the timeline starts again. */
  readonly place: (place: Place & { readonly isArrival?: boolean }) => void
  readonly moment: (what: Moment['what'], text: string) => void
  /** Requests that are on their way, and a number that grows with everything that happens. */
  readonly activity: () => { readonly open: number; readonly count: number }
  readonly asked: () => readonly AskedUrl[]
  readonly moments: () => readonly Moment[]
  readonly writerOf: (kind: string, name: string, host: string) => Writer | undefined
  readonly initiatorOf: (url: string, page: string) => readonly string[]
  /** Follows a page of the profile. */
  readonly follow: (page: Page) => Promise<void>
}

const MOST_MOMENTS = 20_000
/** Requests that stay open by design, and say nothing about whether the page has finished. */
const endless = new Set(['websocket', 'eventsource', 'media', 'ping'])
/** A request that takes longer is not waited for. */
const PATIENCE = 8000

const nameOf = (line: string) => line.split('=')[0]?.trim() ?? ''

/** Notes what a profile asks for and writes, and what caused it. */
export async function createRecorder(
  context: BrowserContext,
  { site, isChromium }: { readonly site: string; readonly isChromium: boolean },
): Promise<Recorder> {
  const causes: Causes = new Map()
  const asked: AskedUrl[] = []
  const moments: Moment[] = []
  const writers = new Map<string, Omit<Writer, 'category'>>()
  const open = new Map<Request, number>()
  const entries = new Map<Request, AskedUrl>()
  /** What the page says of the requests that it makes by script. */
  const told = new Map<string, { readonly by?: string | undefined; readonly body: string }>()
  let here: Place = { phase: 'before', page: '' }
  let began = Date.now()
  let count = 0

  const moment: Recorder['moment'] = (what, text) => {
    if (moments.length < MOST_MOMENTS) moments.push({ ...here, at: Date.now() - began, what, text })
  }

  const isForeign = (host: string) => host !== '' && !isSameSite(host, site)

  function noteWriter(key: string, via: Writer['via'], url: string, chain: readonly string[]): void {
    if (writers.has(key)) return
    writers.set(key, { via, url, chain, party: isForeign(hostOf(url)) ? 'third' : 'first' })
  }

  function onRequest(request: Request): void {
    const url = request.url()
    if (!/^https?:/.test(url)) return
    count += 1
    const type = request.resourceType()
    const isPage = type === 'document' && request.isNavigationRequest() && !parentOf(request)
    // What an old document waited for is not waited for any more.
    if (isPage) open.clear()
    if (!endless.has(type)) open.set(request, Date.now())
    const host = hostOf(url)
    const frame = request.serviceWorker() ? '' : frameOf(request)
    if (frame && !causes.has(url)) causes.set(url, [frame])
    if (!isForeign(host)) return
    let body = ''
    try {
      body = request.postData() ?? ''
    } catch {
      // A body that is no text carries no text.
    }
    const entry: AskedUrl = {
      ...here,
      host,
      type,
      url,
      identifierBytes: countIdentifierBytes(url, body, Date.now()),
      setsCookies: [],
      example: stripValues(url),
      at: Date.now() - began,
    }
    asked.push(entry)
    entries.set(request, entry)
    moment('request', `${type} ${entry.example}`)
  }

  function parentOf(request: Request): boolean {
    try {
      return request.frame().parentFrame() !== null
    } catch {
      return false
    }
  }

  /** The document that a request belongs to. */
  function frameOf(request: Request): string {
    try {
      const frame = request.frame()
      const owner = request.isNavigationRequest() ? frame.parentFrame() : frame
      const url = owner?.url() ?? ''
      return /^https?:/.test(url) ? url : ''
    } catch {
      return ''
    }
  }

  async function onResponse(response: Response): Promise<void> {
    const headers = await response.headersArray().catch(() => [])
    const url = response.url()
    for (const { name, value } of headers) {
      if (name.toLowerCase() !== 'set-cookie') continue
      for (const line of value.split('\n')) {
        // An expired date removes a cookie.
        if (/;\s*(max-age=(0|-\d+)\b|expires=thu, 01[ -]jan[ -]1970)/i.test(line)) continue
        const cookie = nameOf(line)
        noteWriter(`header ${cookie} ${hostOf(url)}`, 'header', url, followCauses(url, causes))
        entries.get(response.request())?.setsCookies.push(cookie)
        moment('cookie', `${cookie} by header of ${stripValues(url)}`)
      }
    }
  }

  function onNote(noted: Noted): void {
    const { what, name, stack, frame, by, body = '' } = noted
    const [first, ...rest] = stack
    if (what === 'request') {
      if (by) told.set(name, { by, body })
      // The page's own stack, where the browser does not say better.
      if (!isChromium && stack.length > 0) causes.set(name, [...stack])
      return
    }
    count += 1
    const url = first ?? frame
    const chain = rest.length > 0 ? rest : followCauses(url, causes)
    const key = what === 'service-worker' ? new URL(name).pathname : name
    noteWriter(`${what} ${key} ${hostOf(frame)}`, 'script', url, chain)
    moment(
      what === 'cookie' ? 'cookie' : 'storage',
      `${what} ${key} by ${/^https?:/.test(url) ? stripValues(url) : 'the page'}`,
    )
  }

  const settle = (request: Request) => {
    if (open.delete(request)) count += 1
  }
  context.on('request', onRequest)
  context.on('response', (response) => void onResponse(response))
  context.on('requestfinished', settle)
  context.on('requestfailed', settle)
  await context.exposeBinding(binding, (_, noted: Noted) => onNote(noted))
  await context.addInitScript(watchPage, binding)

  return {
    place({ phase, page, isArrival }) {
      if (isArrival) {
        began = Date.now()
        open.clear()
      }
      here = { phase, page }
    },
    moment,
    activity() {
      const now = Date.now()
      return { open: [...open.values()].filter((since) => now - since < PATIENCE).length, count }
    },
    asked: () =>
      asked.map((entry) => {
        // Over WebDriver BiDi a beacon is a document without a body.
        const { by, body = '' } = told.get(entry.url) ?? {}
        if (!by || isChromium) return entry
        const identifierBytes = countIdentifierBytes(entry.url, body, Date.now())
        return { ...entry, type: by, identifierBytes: Math.max(entry.identifierBytes, identifierBytes) }
      }),
    moments: () => moments,
    writerOf(kind, name, host) {
      const own = host.replace(/^\./, '')
      const keys = [...writers.keys()].filter((key) => key.startsWith(`${kind} ${name} `))
      const of = (key: string) => key.slice(key.lastIndexOf(' ') + 1)
      const near = keys.find((key) => of(key) === own) ?? keys.find((key) => of(key).endsWith(`.${own}`))
      return near === undefined ? undefined : writers.get(near)
    },
    initiatorOf: (url, page) => {
      const chain = followCauses(url, causes)
      return chain.length > 0 ? chain : [page]
    },
    async follow(page) {
      if (isChromium) await traceCauses(context, page, causes)
    },
  }
}
