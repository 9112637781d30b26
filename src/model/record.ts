/** What the visitor answered, by name: `true` granted, `false` refused, absent never asked. */
export type Choices = { readonly [name: string]: boolean }

/** What is stored. */
export interface ConsentRecord {
  /** Random, kept from the first decision on, so that visitors can name their own proof of consent. */
  readonly id: string
  /** Whole seconds are stored. */
  readonly decidedAt: Date
  /** The policy version the visitor was asked under; empty when the site has none. */
  readonly policy: string
  /** Where the decision was made: `banner`, `preferences`, `page`, `api`, … */
  readonly source: string
  readonly choices: Choices
}

/** The cookie of a site that says nothing about it. */
export const cookieDefaults = { name: 'askfirst', path: '/', days: 182 } as const

// Only characters that no server, proxy or firewall rewrites: RFC 6265 section 4.1.1 allows
// more, but quotes, commas and percent signs are known to trip over in practice.
const FORMAT = /^1:([\w.~-]*):([0-9a-z]{1,7}):([\w-]+):([a-z0-9-]+):((-?[a-z][\w.-]*(~|$))*)$/

/**
 * Writes a record as the value of the cookie:
 * `1:<policy>:<seconds, base 36>:<id>:<source>:<choices>`.
 */
export function encodeRecord({ policy, decidedAt, id, source, choices }: ConsentRecord): string {
  const seconds = Math.floor(+decidedAt / 1000).toString(36)
  const names = Object.keys(choices).map((name) => (choices[name] ? name : `-${name}`))
  return [1, policy, seconds, id, source, names.join('~')].join(':')
}

/**
 * Reads the value of the cookie. Whatever is not a whole record of this format
 * is no choice: `undefined`, never an exception.
 */
export function decodeRecord(value: string): ConsentRecord | undefined {
  const [, policy, seconds, id, source, names] = FORMAT.exec(value) ?? []
  if (!id || !source) return
  // Without a prototype no name is there that nobody wrote.
  const choices: Record<string, boolean> = Object.create(null)
  for (const entry of names ? names.split('~') : []) {
    const name = entry.replace(/^-/, '')
    // A value cut off in the middle can turn `-marketing~marketing.maps` into a grant
    // of `marketing`; the name then stands there twice, and nothing of it is believed.
    if (!name || name in choices) return
    choices[name] = entry === name
  }
  return {
    id,
    decidedAt: new Date(Number.parseInt(`${seconds}`, 36) * 1000),
    policy: `${policy}`,
    source,
    choices,
  }
}

const DAY = 86_400_000

/** When a choice ends: `days` after it was made, whoever re-sets the cookie meanwhile. */
export function expiryOf({ decidedAt }: Pick<ConsentRecord, 'decidedAt'>, days: number): Date {
  return new Date(+decidedAt + days * DAY)
}

/** Whether a record holds. What is dated after tomorrow was made under a wrong clock, and would outlive its days. */
export function isCurrent(record: Pick<ConsentRecord, 'decidedAt'>, days: number): boolean {
  const now = Date.now()
  return +expiryOf(record, days) > now && +record.decidedAt < now + DAY
}

/** How far a date may be ahead (ms): decisions in quick succession are dated a second apart. */
export const AHEAD = 60_000

const grants = ({ choices }: ConsentRecord) => Object.values(choices).filter(Boolean).length

/**
 * The newest among values of one name that can be read and hold. Of two of one second, twins
 * or from two tabs, the one that grants less; every tab comes to the same. One that is dated ahead of now
 * holds only where there is no other: a host of the same domain can set a cookie of our name with any date.
 * @param tolerance milliseconds a date may be ahead all the same
 */
export function newestOf(values: readonly string[], days: number, tolerance = 0): string {
  const isAhead = ({ decidedAt }: ConsentRecord) => +(+decidedAt > Date.now() + tolerance)
  const [newest] = [...values]
    .sort()
    .flatMap((value) => {
      const record = decodeRecord(value)
      return record && isCurrent(record, days) ? { value, record } : []
    })
    .sort(
      ({ record: a }, { record: b }) =>
        isAhead(a) - isAhead(b) || +b.decidedAt - +a.decidedAt || grants(a) - grants(b),
    )
  return newest?.value ?? ''
}
