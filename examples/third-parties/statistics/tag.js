// A statistics tag of the usual kind. It answers slowly, and the script after it needs it.
;(() => {
  const year = 365 * 86400
  const keep = (name, value) => {
    if (document.cookie.includes(`${name}=`)) return
    // Domain-wide, as such tags do: it takes the same attribute to erase them.
    document.cookie = `${name}=${value}; Domain=${location.hostname}; Path=/; Max-Age=${2 * year}; SameSite=Lax`
  }
  keep('_ga', `GA1.1.${Math.floor(Math.random() * 1e9)}`)
  keep('_ga_DEMO', 'GS1.1.1')

  const origin = new URL(document.currentScript.src).origin
  window.visitStats = {
    note(text) {
      const item = document.createElement('li')
      item.textContent = text
      document.querySelector('#ran-in-order')?.append(item)
    },
    hit(event) {
      new Image().src = `${origin}/hit.gif?event=${encodeURIComponent(event)}`
    },
  }
  window.visitStats.note('tag.js (external, slow): counts the visit')
  window.visitStats.hit('page')
})()
