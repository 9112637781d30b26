import { showConsent } from './consent.js'
import { showCookies } from './cookies.js'
import { showRequests } from './requests.js'

const panel = document.querySelector('.panel')
const part = (name) => panel.querySelector(`[data-panel="${name}"]`)

showConsent(part)
showCookies(part)
showRequests(part, Number(panel.dataset.servedAt))
