import type { RegionOptions } from '../model/settings.js'

interface Regions {
  readonly [code: string]: RegionOptions
}

/** The same model for the usual categories that ask. */
function overlay(model: 'opt-in' | 'opt-out', others = model): RegionOptions {
  return {
    categories: { preferences: { model: others }, statistics: { model: others }, marketing: { model } },
  }
}

/** The EU, the other states of the European Economic Area, and Switzerland, whose sites are asked likewise. */
const european =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO CH'

/**
 * Opt-in for all that is not required (ePrivacy Directive, Article 5(3)).
 *
 * @example
 * createConsent({ region, regions: { ...europe, ...unitedKingdom, ...unitedStates } })
 */
export const europe: Regions = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ european.split(' ').map((code) => [code, /* @__PURE__ */ overlay('opt-in')]),
)

/**
 * Opt-out for statistics of the site's own and for its appearance, opt-in for marketing: Data (Use and Access)
 * Act 2025, exceptions in force since 5 February 2026. Visitors have to be told clearly, and statistics that are
 * shared with others for their own ends are not among them: leave this preset out then.
 */
export const unitedKingdom: Regions = /* @__PURE__ */ { GB: /* @__PURE__ */ overlay('opt-in', 'opt-out') }

/** Opt-out for all, as the laws of the states have it (CCPA section 1798.120, among others). */
export const unitedStates: Regions = /* @__PURE__ */ { US: /* @__PURE__ */ overlay('opt-out') }
