import { createConsent } from 'askfirst'
import { plainView } from './view.js'

export const consent = createConsent({
  categories: { necessary: { required: true }, statistics: {}, marketing: {} },
  view: plainView,
})
consent.start()
