import type { CookieItem, CookieKind, ResolvedOptions } from '../model/options.js'
import { covers } from '../model/pattern.js'
import { knownPurpose } from './known-cookies.js'

/** One thing in the browser. */
export interface Present {
  readonly kind: CookieKind
  readonly name: string
}

interface Declared extends CookieItem {
  readonly category: string
  readonly required: boolean
}

function declaredIn({ categories }: ResolvedOptions): Declared[] {
  return Object.entries(categories).flatMap(([category, { required, cookies, services }]) =>
    [...cookies, ...Object.values(services).flatMap((service) => service.cookies ?? [])].map((item) => ({
      ...item,
      category,
      required,
    })),
  )
}

const write = ({ kind, name }: Present) => `${kind} "${name}"`

/**
 * Compares what is there with what is declared.
 * @returns one line for each that is undeclared, or known for a purpose that nobody may call necessary
 */
export function examine(options: ResolvedOptions, present: readonly Present[]): string[] {
  const declared = declaredIn(options)
  // A misfiled declaration is wrong before its cookie is there. What a RegExp means shows with the cookie alone.
  const promised = declared.flatMap(({ name, kind = 'cookie', required }) =>
    required && typeof name === 'string' ? [{ kind, name }] : [],
  )
  const found = [...present, ...promised].flatMap((it) => {
    if (it.kind === 'cookie' && it.name === options.cookie.name) return []
    const item = declared.find((one) => (one.kind ?? 'cookie') === it.kind && covers(one, it.name))
    if (!item) return `${write(it)} is not declared`
    const known = item.required && knownPurpose(it.name)
    if (!known) return []
    return `${write(it)} is known for ${known} and declared under "${item.category}", which cannot be refused`
  })
  return [...new Set(found)]
}
