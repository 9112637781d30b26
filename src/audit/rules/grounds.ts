import type { RuleName } from '../../dev/rules/rules.js'
import type { Ground } from './facts.js'

const directive = {
  law: 'Directive 2002/58/EC, Article 5(3): storing or reading information on a device needs consent, unless it is strictly necessary for the service that the visitor asked for.',
  source: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
} as const
const scope = {
  law: 'EDPB Guidelines 2/2023 on the technical scope of Article 5(3): it covers every kind of storage, pixels and identifiers in addresses.',
  source:
    'https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-22023-technical-scope-art-53-eprivacy-directive_en',
} as const
const consent = {
  law: 'Regulation (EU) 2016/679, Articles 4(11) and 7: consent is given by a clear act, freely and informed, before it is relied on.',
  source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
} as const
const withdrawal = {
  law: 'Regulation (EU) 2016/679, Article 7(3): consent is as easy to withdraw as to give.',
  source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
} as const
const information = {
  law: 'CJEU, C-673/17 Planet49, points 75 to 81: the visitor is told how long a cookie lasts and who has access to it.',
  source: 'https://curia.europa.eu/juris/liste.jsf?num=C-673/17',
} as const
const preTicked = {
  law: 'CJEU, C-673/17 Planet49, points 62 to 63: a box that is ticked beforehand is no consent.',
  source: 'https://curia.europa.eu/juris/liste.jsf?num=C-673/17',
} as const
const taskforce = {
  law: 'EDPB, report of the cookie banner taskforce (17 January 2023): a refusal belongs on every layer that has an agreement; unreadable or hidden refusals are breaches; what is called essential must be essential.',
  source:
    'https://www.edpb.europa.eu/our-work-tools/our-documents/other/report-work-undertaken-cookie-banner-taskforce_en',
} as const
const belgium = {
  law: 'APD/GBA, decision 113/2024 (6 September 2024): "reject all" on the first layer, and no misleading colours.',
  source: 'https://www.autoriteprotectiondonnees.be/professionnel/themes/internet/cookies',
} as const
const sixMonths = {
  law: 'CNIL, délibération 2020-092, point 38: a choice, refusals included, is best kept for six months before the visitor is asked again.',
  source:
    'https://www.cnil.fr/fr/cookies-et-autres-traceurs/regles/cookies/lignes-directrices-modificatives-et-recommandation',
} as const

/** The legal ground that each rule touches. Facts with a source; whether they apply is for a lawyer to say. */
export const grounds: { readonly [rule: string]: readonly Ground[] } & {
  readonly [R in RuleName]: readonly Ground[]
} = {
  'storage-before-consent': [directive, consent],
  'request-before-consent': [directive, scope],
  'storage-after-reject': [directive, consent],
  'request-after-reject': [directive, scope],
  'undeclared-storage': [information],
  'misfiled-storage': [taskforce, directive],
  'left-after-withdrawal': [withdrawal],
  'declared-but-not-seen': [information],
  'banner-missing': [directive, consent],
  'unequal-choices': [taskforce, belgium],
  'pre-ticked': [preTicked],
  'asked-again': [sixMonths],
  'no-way-back': [withdrawal],
}
