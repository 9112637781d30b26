/** Shows the cookies scripts of this site can read, twice a second: no event covers every browser. */
export function showCookies(part) {
  let shown
  const show = () => {
    const now = document.cookie
    if (now === shown) return
    shown = now
    const pairs = now.split('; ').filter(Boolean).sort()
    part('no-cookies').hidden = pairs.length > 0
    part('cookies').replaceChildren(...pairs.flatMap(nameAndValue))
  }
  setInterval(show, 500)
  show()
}

function nameAndValue(pair) {
  const [name, ...value] = pair.split('=')
  return [
    Object.assign(document.createElement('dt'), { textContent: name }),
    Object.assign(document.createElement('dd'), { textContent: value.join('=') }),
  ]
}
