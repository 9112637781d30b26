/** Parameters that name a version, a time or a size: long values there follow nobody. */
const harmless =
  /^(v|ver|version|rev|hash|h|build|cb|cachebust(er)?|ord|rnd|rand(om)?|t|ts|_|time(stamp)?|w|width|height|family|lang(uage)?|hl)$/i
/** Parameters that vendors name identifiers by. */
const telling =
  /(^|[_-])(cid|uid|vid|sid|gid|fbp|fbc|uuid|guid|gclid|fbclid|msclkid|(user|client|visitor|device|session|member)_?id)$/i

const TELLING_LENGTH = 4
const ID_LENGTH = 12
const HALF_DAY = 43_200_000

/** A number of milliseconds or seconds of about now. */
function isTime(value: string, now: number): boolean {
  if (!/^\d{10}(\d{3})?$/.test(value)) return false
  const time = Number(value) * (value.length === 10 ? 1000 : 1)
  return Math.abs(time - now) < HALF_DAY
}

function looksLikeId(name: string, value: string, now: number): boolean {
  if (harmless.test(name) || isTime(value, now)) return false
  if (telling.test(name)) return value.length >= TELLING_LENGTH
  if (value.length < ID_LENGTH || !/^[\w.~+/=-]+$/.test(value) || value.includes('//')) return false
  // Random text mixes digits and letters; words and plain numbers do not.
  const digits = value.replace(/\D/g, '').length
  return digits >= 4 && (/[a-z]/i.test(value) || digits >= 16)
}

function* pairsOf(text: string): Generator<[string, string]> {
  try {
    const walk = function* (value: unknown, name: string): Generator<[string, string]> {
      if (value && typeof value === 'object')
        for (const [key, one] of Object.entries(value)) yield* walk(one, Array.isArray(value) ? name : key)
      else if (typeof value === 'string' || typeof value === 'number') yield [name, String(value)]
    }
    const parsed: unknown = JSON.parse(text)
    if (parsed && typeof parsed === 'object') return yield* walk(parsed, '')
  } catch {
    // Not JSON: a form, as most beacons send.
  }
  yield* new URLSearchParams(text)
}

/**
 * Bytes of what looks like an identifier in the parameters and the body of a request.
 * @param now milliseconds, so that times are told from identifiers
 */
export function countIdentifierBytes(url: string, body: string, now: number): number {
  const pairs = [...new URL(url).searchParams, ...pairsOf(body.slice(0, 20_000))]
  return pairs.reduce(
    (total, [name, value]) => total + (looksLikeId(name, value, now) ? Buffer.byteLength(value) : 0),
    0,
  )
}

/** An address without the values of its parameters, its fragment and its user. */
export function stripValues(url: string): string {
  const { origin, pathname, searchParams } = new URL(url)
  const names = [...new Set(searchParams.keys())]
  return `${origin}${pathname}${names.length > 0 ? `?${names.map((name) => `${name}=…`).join('&')}` : ''}`.slice(
    0,
    300,
  )
}
