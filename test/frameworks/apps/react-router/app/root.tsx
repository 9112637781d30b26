import { Link, Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router'
import { Banner } from './banner'
const way = import.meta.env.VITE_WAY
export default function Root() {
  return <html lang="en"><head><meta charSet="utf-8" /><Meta /><Links />
    {way === 'cdn' && <script src="/cdn/askfirst.js" data-policy-url="/about" />}
    <script src="http://127.0.0.1:5055/plain.js" async={false} />
    <script type="text/plain" data-category="statistics" src="http://127.0.0.1:5055/tagged.js" />
  </head><body><div className="first"><Link to="/">Home</Link> <Link to="/about">About</Link></div>{way === 'npm' && <Banner />}
    <Outlet /><ScrollRestoration /><Scripts /></body></html>
}
