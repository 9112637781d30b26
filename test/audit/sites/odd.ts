import type { Answer, Route } from '../../browser/harness/server.js'

const html = (body: string, more: Partial<Answer> = {}): Answer => ({
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="en"><head><title>Odd</title></head><body>${body}`,
  ...more,
})

const links = ['loop', 'dialogs', 'download', 'private', 'missing', 'restless', 'window', 'forever'].map(
  (path) => `<a href="/${path}">${path}</a>`,
)

/** Pages that do what pages should not. */
const pages: { readonly [path: string]: Answer } = {
  '/': html(`<h1>Odd</h1>${links.join(' ')}`),
  '/loop': { status: 302, headers: { Location: '/loop' } },
  '/dialogs': html(
    '<script>alert("Hello"); confirm("Sure?"); onbeforeunload = () => "Stay"; document.cookie = "dialogs=1"</script>',
  ),
  '/download': {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment; filename=a.bin',
    },
    body: 'x',
  },
  '/private': { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="odd"' }, body: 'No' },
  '/missing': html('<h1>Not here</h1>', { status: 404 }),
  '/restless': html(
    '<script>setInterval(() => { localStorage.setItem("n" + Math.floor(performance.now() / 100) % 40, "1"); fetch("/tick") }, 90)</script>',
  ),
  '/window': html('<script>window.open("/"); document.cookie = "window=1"</script>'),
  '/forever': html('<script>document.cookie = "forever=1"; setTimeout(() => { for (;;); }, 300)</script>'),
}

export const odd: Route = ({ host, path, headers }) => {
  if (host === 'open.test')
    return html('<h1>Open</h1>', {
      status: headers.authorization === `Basic ${Buffer.from('me:secret').toString('base64')}` ? 200 : 401,
      headers: { 'Content-Type': 'text/html', 'WWW-Authenticate': 'Basic realm="open"' },
    })
  // A site that asks for nothing and follows nobody.
  if (host === 'plain.test')
    return path === '/'
      ? html('<h1>Plain</h1><script>localStorage.theme = "dark"</script>', {
          headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'PHPSESSID=1; Path=/; HttpOnly' },
        })
      : { status: 404 }
  if (host !== 'odd.test') return
  return pages[path] ?? (path === '/tick' ? { status: 204 } : { status: 404 })
}
