export { type CookieHeader, readConsent, type ServerConsent } from './read-consent.js'
