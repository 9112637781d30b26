/** Options of a site, as JSON: the page and Node are given the same. */
export const options = {
  policy: { version: '2024-10-01', url: '/cookies' },
  // A server takes the page for https, these pages are http.
  cookie: { prefix: false },
  categories: {
    necessary: { required: true, identifies: false, cookies: [{ name: 'basket', duration: 'session' }] },
    statistics: {
      label: { en: 'Measuring & more', fr: 'Mesure' },
      identifies: { en: 'Only <as> a "number".', fr: 'Par un numéro.' },
      services: {
        visits: {
          label: 'Visits',
          provider: 'Example',
          policyUrl: 'https://example.com/privacy?a=1&b=2',
          cookies: [
            {
              name: '_v',
              duration: 'P13M',
              purpose: { en: 'Counts.', fr: 'Compte\u00a0!' },
              label: 'Visitor',
            },
            { name: 'queue', kind: 'local-storage', purpose: 'Waits.' },
          ],
        },
      },
    },
    marketing: {
      identifies: true,
      cookies: [
        { name: 'ad_*', party: 'third', domain: 'ads.test', duration: 'P180D', purpose: 'Advertises.' },
      ],
    },
  },
} as const

/** A module that mounts the declaration, open at `window.undo()`. */
export const mounting = (shown: object = {}) => `
  import { createConsent } from 'askfirst'
  import { mountDeclaration } from 'askfirst/declaration'
  const consent = createConsent({ ...${JSON.stringify(options)}, view: () => import('askfirst/view'),
    locales: { fr: () => import('askfirst/locales/fr') } })
  window.consent = consent
  window.undo = mountDeclaration(document.querySelector('#declaration'), consent, ${JSON.stringify(shown)})
  consent.start()`
