import { createConsent } from 'askfirst'
import view from 'askfirst/view'
export default defineNuxtPlugin((app) => { if (useRuntimeConfig().public.way !== 'npm') return; const consent = createConsent({ view }); app.hook('app:mounted', () => { consent.start(); (window as any).askfirst = consent }) })
