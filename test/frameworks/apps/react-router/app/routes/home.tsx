import { readConsent } from 'askfirst/server'
export const loader = ({ request }: { request: Request }) => readConsent(request.headers.get('cookie') ?? '', { cookie: { secure: false } }).granted
export default function Home({ loaderData }: { loaderData: string[] }) {
  return <main><h1>Home</h1><p id="server">{JSON.stringify(loaderData)}</p></main>
}
