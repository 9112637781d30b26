import { cookies, headers } from 'next/headers'
import { readConsent } from 'askfirst/server'
export default async function Page() {
  const h = await headers()
  const it = readConsent(h.get('cookie') ?? '', { cookie: { secure: false } })
  return <main><h1>Home</h1><p id="server">{JSON.stringify(it.granted)}</p></main>
}
