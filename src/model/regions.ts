import { own } from './own.js'
import type { CommonOptions, Model, RegionOptions } from './settings.js'

/** The strictest first. */
const models: readonly Model[] = ['opt-in', 'opt-out', 'exempt']

/**
 * ISO 3166-2 or ISO 3166-1 alpha-2, but none of the codes that ISO leaves to users: servers write those
 * (`XX`, `ZZ`) where they do not know. `XK` is in common use for Kosovo.
 */
const CODE = /^(?!AA|Q[M-Z]|X[A-JL-Z]|ZZ)[A-Z]{2}(-[A-Z\d]{1,3})?$/

type Given = Pick<CommonOptions<never>, 'region' | 'regions'>

/**
 * The changes for the visitor's region: of `US-CA`, else of `US`, else none.
 * @returns `undefined` where the region is not known
 */
export function overlayFor({ region, regions }: Given): RegionOptions | undefined {
  const code = `${region}`.toUpperCase()
  if (!CODE.test(code)) return
  return own(regions ?? {}, code) ?? own(regions ?? {}, code.slice(0, 2)) ?? {}
}

/** How a category is decided in the visitor's region; where that is not known, as in the strictest of all. */
export function modelFor(given: Given, name: string, base: Model | undefined): Model {
  const overlay = overlayFor(given)
  const of = (it: RegionOptions) => own<Model | undefined>(own(it?.categories ?? {}, name) ?? {}, 'model')
  const possible = overlay
    ? [of(overlay) ?? base]
    : [base, ...Object.values(given.regions ?? {}).map((it) => of(it) ?? base)]
  return (
    models.find((model) => possible.some((it) => it === model || (!it && model === 'opt-in'))) ?? 'opt-in'
  )
}
