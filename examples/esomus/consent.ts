import { createConsent } from 'askfirst'
import { choice, marketing, partner, preferences, statistics } from './cookies.js'

export const consent = createConsent({
  policy: { version: '2024-10-01', url: '/cookies' },
  categories: {
    necessary: { required: true, cookies: [choice] },
    preferences: { cookies: preferences },
    statistics: { cookies: statistics },
    marketing: {
      cookies: marketing,
      services: {
        ads: { label: 'Partenaire publicitaire', provider: 'ads.localhost', cookies: [partner] },
      },
    },
  },
  view: () => import('askfirst/view'),
  locales: { fr: () => import('askfirst/locales/fr') },
})
