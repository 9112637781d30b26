import { createConsent } from 'askfirst'
import { reactView } from './view.js'

export const consent = createConsent({
  categories: { necessary: { required: true }, statistics: {}, marketing: {} },
  view: reactView,
})
consent.start()
