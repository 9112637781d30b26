import type { CookieItem } from 'askfirst'

/**
 * Accounts for a name typed in earlier: a convenience the visitor may decline, since
 * signing in works without it. Not necessary in the sense of Article 5(3) ePrivacy.
 */
export const preferences: readonly CookieItem[] = [
  {
    name: 'last_account_id',
    label: 'ID du dernier compte',
    duration: 'P1Y',
    purpose: 'Associe cet appareil à votre nom d’utilisateur, pour que la connexion soit plus rapide.',
  },
]

/**
 * `STCK_ID` accompanies a first registration, but only to follow the path taken: the
 * registration does not need it, so it is measuring and not a necessary session cookie.
 */
export const statistics: readonly CookieItem[] = [
  {
    name: 'STCK_ID',
    duration: 'session',
    purpose: 'Retrace les pages consultées au cours d’une première inscription à nos services.',
  },
  {
    name: 'code_operation',
    label: 'Code Opération',
    duration: 'session',
    purpose: 'Mesure le temps passé sur le site et la fréquence des connexions, pour améliorer le service.',
  },
  {
    name: 'UID',
    duration: 'P390D',
    purpose: 'Compte les pages ouvertes pendant vos visites.',
  },
  {
    name: 'U2',
    duration: 'P390D',
    purpose:
      'Décrit votre parcours dans son ensemble : pages les plus vues et navigation de l’une à l’autre.',
  },
]

/** Which advertised words bring visitors here is knowledge about campaigns, hence marketing. */
export const marketing: readonly CookieItem[] = [
  {
    name: 'seo_keywords',
    label: 'Mots clés SEO',
    duration: 'session',
    purpose: 'Indique par quels mots clés d’un moteur de recherche vous êtes arrivé sur le site.',
  },
]

/** Set by a partner on its own host. */
export const partner: CookieItem = {
  name: 'ad_profile',
  duration: 'P180D',
  purpose: 'Permet à notre partenaire publicitaire de choisir des annonces selon vos visites.',
  party: 'third',
  domain: 'ads.localhost',
}
