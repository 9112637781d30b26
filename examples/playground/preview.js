/**
 * The fragment says what to show: `{ options, properties, show }`. Every preview keeps its answer for itself, so
 * each one asks anew and none answers for its neighbours.
 */
const { options, properties, show, dir } = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}')

for (const [name, value] of Object.entries(properties ?? {})) {
  document.documentElement.style.setProperty(name, value)
}
if (options?.locale) document.documentElement.lang = options.locale
if (dir) document.documentElement.dir = dir

let kept
const storage = {
  read: () => kept,
  write(value) {
    kept = value
    return true
  },
}

window.askfirst = { options: { ...options, storage, cookie: { name: 'askfirst-preview' } } }
window.askfirstQueue = [
  (consent) => {
    consent.on('error', ({ message }) => parent.postMessage({ fault: message }, location.origin))
    consent.on('ready', async () => {
      if (show === 'placeholder') consent.rejectAll()
      if (show === 'preferences') await consent.openPreferences()
      document.documentElement.dataset.shown = show ?? 'banner'
    })
  },
]
addEventListener('error', ({ message }) => parent.postMessage({ fault: message }, location.origin))
