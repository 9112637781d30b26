// The least that asks, remembers and releases: no order between files and inline code, no
// failures, no withdrawal, no accessibility. It shows what the browser itself costs.
;(() => {
  const release = () => {
    for (const held of document.querySelectorAll('script[type="text/plain"][data-category]')) {
      const script = document.createElement('script')
      for (const { name, value } of held.attributes) if (name !== 'type') script.setAttribute(name, value)
      script.async = false
      script.text = held.text
      held.replaceWith(script)
    }
  }
  if (document.cookie.includes('floor=yes')) return release()
  if (document.cookie.includes('floor=no')) return
  const banner = document.createElement('div')
  banner.id = 'floor'
  banner.style.cssText = 'position:fixed;inset:auto 0 0;padding:1em;background:#fff;border-top:1px solid'
  banner.innerHTML = `<p>We would like to use cookies for statistics and marketing.</p>
<button>Accept all</button> <button>Reject all</button>`
  banner.onclick = ({ target }) => {
    const accept = target === banner.querySelector('button')
    if (target.localName !== 'button') return
    document.cookie = `floor=${accept ? 'yes' : 'no'};path=/;max-age=15724800;samesite=lax`
    banner.remove()
    if (accept) release()
  }
  document.body.append(banner)
})()
