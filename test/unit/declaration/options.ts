import type { DeclaredOptions } from '../../../src/declaration/options.js'

/** A site with everything a declaration can say, in two languages. */
export const options: DeclaredOptions = {
  policy: {
    version: '2024-10-01',
    url: '/cookies',
    changes: { en: 'Maps are new.', fr: 'Les cartes sont nouvelles.' },
  },
  categories: {
    necessary: {
      required: true,
      identifies: false,
      cookies: [{ name: 'session', purpose: 'Keeps you signed in.', duration: 'session' }],
    },
    statistics: {
      label: { en: 'Measuring', fr: 'Mesure' },
      identifies: { en: 'Only as a number.', fr: 'Par un numéro seulement.' },
      services: {
        ga: {
          label: 'Analytics',
          provider: 'Example Inc.',
          policyUrl: 'https://example.com/privacy?a=1&b=2',
          cookies: [
            {
              name: '_ga',
              label: { en: 'Visitor', fr: 'Visiteur' },
              duration: 'P13M',
              purpose: 'Tells visitors apart.',
            },
            { name: /^_ga_/, duration: 'P13M', purpose: 'Tells visits apart.' },
            { name: 'queue', kind: 'local-storage', purpose: 'Waits for the network.' },
          ],
        },
      },
    },
    marketing: {
      identifies: true,
      legalBasis: 'Consent, and nothing else',
      cookies: [
        {
          name: 'ad_profile',
          party: 'third',
          domain: 'ads.example',
          duration: 'P180D',
          purpose: 'Chooses advertisements.',
        },
        {
          name: 'tab',
          kind: 'session-storage',
          party: 'third',
          provider: 'Ads Ltd',
          purpose: 'Counts tabs.',
        },
      ],
    },
    preferences: {},
  },
}
