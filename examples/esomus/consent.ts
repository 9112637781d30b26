import { createConsent } from 'askfirst'
import { marketing, partner, preferences, statistics } from './cookies.js'

export const consent = createConsent({
  policy: {
    version: '2024-10-01',
    url: '/cookies',
    changes: 'votre accord se retire désormais par un lien, sans résilier votre souscription.',
  },
  categories: {
    necessary: { required: true, identifies: 'Non.' },
    preferences: {
      cookies: preferences,
      identifies: 'Par le nom d’utilisateur que vous avez vous-même saisi.',
    },
    statistics: { cookies: statistics, identifies: 'Pas en tant qu’individu.' },
    marketing: {
      cookies: marketing,
      services: {
        ads: {
          label: 'Partenaire publicitaire',
          provider: 'ads.localhost',
          policyUrl: 'https://ads.example/confidentialite',
          cookies: [partner],
        },
      },
      identifies: 'Le partenaire reconnaît votre navigateur d’un site à l’autre.',
    },
  },
  view: () => import('askfirst/view'),
  locales: { fr: () => import('askfirst/locales/fr') },
})
