import { readConsent } from 'askfirst/server'
export const load = ({ request }) => ({ granted: readConsent(request.headers.get('cookie') ?? '', { cookie: { secure: false } }).granted })
