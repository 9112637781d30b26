import Link from 'next/link'
import { Banner } from './banner'
export default function Layout({ children }: { children: React.ReactNode }) {
  const way = process.env.NEXT_PUBLIC_WAY
  return <html lang="en"><head>
    {way === 'cdn' && <script src="/cdn/askfirst.js" data-policy-url="/about" />}
    <script src="http://127.0.0.1:5055/plain.js" async={false} />
    <script type="text/plain" data-category="statistics" src="http://127.0.0.1:5055/tagged.js" />
  </head><body><nav><Link href="/">Home</Link> <Link href="/about">About</Link></nav>{way === 'npm' && <Banner />}{children}</body></html>
}
