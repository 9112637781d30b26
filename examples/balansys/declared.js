const periods = { Y: 'year', M: 'month', D: 'day' }

/** Lists the declared cookies of one category, from the same data the dialog uses. */
export function listDeclared({ cookies = [], services = {} }) {
  const own = cookies.map((cookie) => item(cookie, 'Balansys'))
  const theirs = Object.values(services).flatMap((service) =>
    service.cookies.map((cookie) => item(cookie, `${service.label}, ${service.provider}`)),
  )
  return [...own, ...theirs]
}

function item({ name, purpose, duration, party }, provider) {
  const line = document.createElement('li')
  const code = document.createElement('code')
  code.textContent = name
  const whose = party === 'third' ? 'third party' : 'first party'
  line.append(code, ` ${purpose} ${provider}; ${whose}; ${spell(duration)}.`)
  return line
}

/** `P2Y` → `2 years` */
function spell(duration) {
  const [, count, unit] = /^P(\d+)([YMD])$/.exec(duration) ?? []
  return unit ? `${count} ${periods[unit]}${count === '1' ? '' : 's'}` : 'until the browser closes'
}
