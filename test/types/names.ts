/** Checked by `npm run typecheck`: each `@ts-expect-error` fails the build when the line below it compiles. */
import { createConsent, definePlugin, type Plugin } from 'askfirst'
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
