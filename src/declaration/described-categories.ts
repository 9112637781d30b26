import type { Settings } from '../model/settings.js'
import { localise } from '../text/language.js'
import type { Wording } from './wording.js'

/** A service in one language. */
export interface DescribedService {
  readonly name: string
  readonly label: string
  readonly description: string
  readonly provider: string
  readonly policyUrl: string
  readonly switch: boolean
}

/** A category in one language, its defaults filled in. */
export interface DescribedCategory {
  readonly name: string
  readonly label: string
  readonly description: string
  readonly required: boolean
  /** Empty when the site does not say. */
  readonly identifies: string
  readonly legalBasis: string
  readonly services: readonly DescribedService[]
}

export function describeCategories(
  { categories }: Settings,
  { texts, locale }: Wording,
): DescribedCategory[] {
  const lookUp: { readonly [key: string]: string } = texts
  return Object.entries(categories).map(([name, category]) => {
    const { required, label = lookUp[name] ?? name, identifies = '' } = category
    const { description = lookUp[`${name}Description`] ?? '' } = category
    const { model = 'opt-in' } = category
    const basis = model === 'opt-in' ? texts.basisConsent : texts.basisOptOut
    const { legalBasis = required ? texts.basisRequired : basis } = category
    const answer = identifies === true ? texts.yes : identifies === false ? texts.no : identifies
    return {
      name,
      label: localise(label, locale),
      description: localise(description, locale),
      required,
      identifies: localise(answer, locale),
      legalBasis: localise(legalBasis, locale),
      services: Object.entries(category.services).map(([key, service]) => ({
        name: key,
        label: localise(service.label ?? key, locale),
        description: localise(service.description ?? '', locale),
        provider: service.provider ?? '',
        policyUrl: service.policyUrl ?? '',
        switch: service.switch ?? false,
      })),
    }
  })
}
