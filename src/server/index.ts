export { type CookieHeader, type RequestSignals, readConsent, type ServerConsent } from './read-consent.js'
