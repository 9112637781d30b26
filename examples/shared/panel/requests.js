/** Shows each logged request of this page view, live. */
export function showRequests(part, servedAt) {
  let stream
  let lastId = 0

  const add = ({ data }) => {
    const entry = JSON.parse(data)
    if (entry.id <= lastId) return
    lastId = entry.id
    part('no-requests').hidden = true
    part('requests').hidden = false
    part('requests').tBodies[0].append(row(entry, servedAt))
  }
  // Closed while out of sight: an open stream would keep the page out of the back/forward
  // cache and use up one of the six connections a browser opens to a host.
  const follow = () => {
    stream?.close()
    stream = undefined
    if (document.visibilityState === 'hidden') return
    stream = new EventSource(`/log?since=${servedAt}`)
    stream.addEventListener('message', add)
  }
  document.addEventListener('visibilitychange', follow)
  follow()
}

function row({ at, host, path, kind, sent, set }, servedAt) {
  const line = document.createElement('tr')
  const seconds = ((at - servedAt) / 1000).toFixed(1)
  const where = document.createElement('b')
  where.textContent = host
  line.insertCell().textContent = `${seconds} s`
  line.insertCell().append(where, ` ${path}`)
  line.insertCell().textContent = kind
  line.insertCell().append(...names('↑', sent), ...names('↓', set))
  return line
}

function names(arrow, list) {
  if (list.length === 0) return []
  const line = document.createElement('div')
  line.textContent = `${arrow} ${list.join(', ')}`
  return [line]
}
