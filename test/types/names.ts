/** Checked by `npm run typecheck`: each `@ts-expect-error` fails the build when the line below it compiles. */
import { type ConsentName, createConsent, definePlugin, type Plugin } from 'askfirst'
import 'askfirst/globals'
import { googleConsentMode } from 'askfirst/plugins/google-consent-mode'
import { europe, unitedKingdom, unitedStates } from 'askfirst/regions'
import { readConsent } from 'askfirst/server'

const consent = createConsent({
  categories: {
    necessary: { required: true },
    statistics: { services: { ga: { label: 'Google Analytics', cookies: [{ name: /^_ga/ }] } } },
    marketing: { services: { youtube: { switch: true } } },
  },
  policy: { version: '2024-10-01', url: '/cookies' },
})

consent.isGranted('statistics')
consent.isGranted('marketing.youtube')
consent.whenGranted('statistics.ga')
consent.save({ statistics: true, 'marketing.youtube': false })
consent.withdraw('marketing')
consent.withdraw()

// @ts-expect-error misspelt category
consent.isGranted('statistic')
// @ts-expect-error a service of another category
consent.isGranted('statistics.youtube')
// @ts-expect-error no such service
consent.whenGranted('marketing.yotube')
// @ts-expect-error misspelt category
consent.save({ statistic: true })
// @ts-expect-error an answer is yes or no
consent.save({ statistics: 'yes' })
// @ts-expect-error misspelt category
consent.withdraw('marketting')
// @ts-expect-error no such event
consent.on('changed', () => {})

consent.on('change', ({ granted, added, removed }) => {
  granted.includes('statistics')
  added.includes('marketing.youtube')
  // @ts-expect-error misspelt category
  granted.includes('statistic')
  // @ts-expect-error misspelt service
  removed.includes('marketing.you')
})

const usual = createConsent()
usual.isGranted('preferences')
// @ts-expect-error not one of the four usual categories
usual.isGranted('ads')

createConsent({
  // @ts-expect-error misspelt option
  categorys: {},
})
createConsent({
  categories: {
    // @ts-expect-error misspelt option of a category
    ads: { requird: true },
  },
})
createConsent({
  // @ts-expect-error no such layout
  banner: { layout: 'tiny' },
})

const known: Plugin<'statistics'> = definePlugin<'statistics'>({
  name: 'known',
  setup({ consent }) {
    consent.isGranted('statistics')
    // @ts-expect-error the plugin names what it needs
    consent.isGranted('marketing')
  },
})
createConsent({ plugins: [known, false, null, undefined] })

const onServer = readConsent(null, {
  categories: { necessary: { required: true }, marketing: { services: { maps: {} } } },
})
onServer.isGranted('marketing.maps')
// @ts-expect-error misspelt category
onServer.isGranted('marketting')
// @ts-expect-error no such service
onServer.granted.includes('marketing.map')
// @ts-expect-error one of the four usual categories, or none
readConsent(undefined).isGranted('ads')

createConsent({
  // @ts-expect-error the factory itself, not the plugin that it makes
  plugins: [googleConsentMode],
})
createConsent({ plugins: [googleConsentMode()] })

const named: ConsentName<typeof consent> = 'marketing.youtube'
consent.isGranted(named)
// @ts-expect-error misspelt category
const misspelt: ConsentName<typeof consent> = 'marketting'
consent.isGranted(misspelt)

document.addEventListener('askfirst:change', ({ detail: { granted, persisted } }) => [granted, persisted])
// @ts-expect-error misspelt field of the event
document.addEventListener('askfirst:change', ({ detail }) => detail.grantd)
window.askfirst.isGranted('statistics')
window.askfirst = { options: { locale: 'fr' } }
window.askfirstQueue?.push((object) => object.acceptAll())
// @ts-expect-error what the queue takes is called with the object
window.askfirstQueue?.push('accept')

createConsent({ region: 'US-CA', regions: { ...europe, ...unitedKingdom, ...unitedStates } })
// @ts-expect-error no such model
createConsent({ regions: { US: { categories: { statistics: { model: 'optout' } } } } })

readConsent('', {}, { gpc: '1', denies: ['marketing'], region: 'FR' })
// @ts-expect-error misspelt category
readConsent('', {}, { denies: ['marketting'] })
