import type { BrowserContext, Page } from 'playwright-core'
import type { AskedHost, Phase, StorageKind, StoredItem } from '../rules/facts.js'
import type { Moment, Recorder } from './create-recorder.js'
import { listStorage } from './list-storage.js'
import type { OpenData } from './open-data.js'
import { hostOf, isSameSite } from './party.js'

type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] }

export interface Ledger {
  /** Notes what a profile keeps now. */
  readonly take: (phase: Phase, url: string, page: Page, recorder: Recorder) => Promise<void>
  /** Notes what a profile has asked for. Once, when its visits are over. */
  readonly close: (recorder: Recorder) => void
  readonly storage: () => readonly StoredItem[]
  readonly requests: () => readonly AskedHost[]
  readonly moments: () => readonly Moment[]
}

const DAY = 86_400

function add<T>(list: T[], ...values: readonly T[]): void {
  for (const value of values) if (!list.includes(value)) list.push(value)
}

/** Brings what the profiles of a run have seen together: one line for each item and each host. */
export function createLedger(site: string, { suggestItem, suggestHost }: OpenData): Ledger {
  const items = new Map<string, Draft<StoredItem>>()
  const hosts = new Map<string, Draft<AskedHost>>()
  const moments: Moment[] = []

  interface Seen extends Omit<StoredItem, 'party' | 'seen' | 'pages' | 'writer' | 'suggestion'> {
    readonly kind: StorageKind
  }

  function see(
    seen: Seen,
    { phase, url, recorder }: { phase: Phase; url: string; recorder: Recorder },
  ): void {
    const key = `${seen.kind} ${seen.name} ${seen.domain} ${seen.path ?? ''}`
    let item = items.get(key)
    if (!item) {
      const party = isSameSite(seen.domain, site) ? 'first' : 'third'
      item = { ...seen, party, seen: [], pages: [], suggestion: suggestItem(seen) }
      items.set(key, item)
    }
    add(item.seen, phase)
    add(item.pages, url)
    if (item.writer) return
    const header = seen.kind === 'cookie' ? recorder.writerOf('header', seen.name, seen.domain) : undefined
    // HttpOnly cookies come by header alone.
    const writer =
      (seen.httpOnly ? undefined : recorder.writerOf(seen.kind, seen.name, seen.domain)) ?? header
    if (writer) item.writer = { ...writer, category: suggestHost(hostOf(writer.url))?.category }
  }

  async function takeCookies(context: BrowserContext): Promise<Seen[]> {
    const now = Date.now() / 1000
    return (await context.cookies()).map((cookie) => ({
      name: cookie.name,
      kind: 'cookie' as const,
      domain: cookie.domain,
      path: cookie.path,
      httpOnly: cookie.httpOnly,
      secure: cookie.secure,
      sameSite: cookie.sameSite,
      lifetime: cookie.expires < 0 ? ('session' as const) : Math.round((cookie.expires - now) / DAY),
      size: cookie.value.length,
    }))
  }

  return {
    async take(phase, url, page, recorder) {
      const [cookies, kept] = await Promise.all([
        takeCookies(page.context()).catch(() => []),
        listStorage(page),
      ])
      const where = { phase, url, recorder }
      for (const cookie of cookies) see(cookie, where)
      for (const { host, ...one } of kept) see({ ...one, domain: host }, where)
    },
    close(recorder) {
      moments.push(...recorder.moments())
      for (const {
        host,
        phase,
        page,
        type,
        identifierBytes,
        setsCookies,
        url,
        example,
      } of recorder.asked()) {
        let asked = hosts.get(host)
        if (!asked) {
          const initiator = [...recorder.initiatorOf(url, page)]
          asked = {
            host,
            party: 'third',
            type: [],
            seen: [],
            pages: [],
            count: 0,
            identifierBytes: 0,
            setsCookies: [],
            initiator,
            example,
            suggestion: suggestHost(host),
          }
          hosts.set(host, asked)
        }
        add(asked.type, type)
        add(asked.seen, phase)
        add(asked.pages, page)
        add(asked.setsCookies, ...setsCookies)
        asked.count += 1
        asked.identifierBytes = Math.max(asked.identifierBytes, identifierBytes)
      }
    },
    storage: () => [...items.values()],
    requests: () => [...hosts.values()],
    moments: () => moments,
  }
}
