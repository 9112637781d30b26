/** Shows what is granted, from the attribute any page can read, and the latest change, from the event. */
export function showConsent(part) {
  const show = () => {
    const granted = (document.documentElement.dataset.consent ?? '').split(' ').filter(Boolean)
    part('granted').replaceChildren(...granted.map(chip))
    part('undecided').hidden = document.cookie.includes('askfirst=')
  }
  new MutationObserver(show).observe(document.documentElement, { attributeFilter: ['data-consent'] })

  document.addEventListener('askfirst:change', ({ detail }) => {
    part('change').hidden = false
    part('source').textContent = detail.source
    part('added').textContent = detail.added.map((name) => `+ ${name}`).join(' ')
    part('removed').textContent = detail.removed.map((name) => `− ${name}`).join(' ')
    show()
  })
  show()
}

function chip(name) {
  const item = document.createElement('li')
  item.textContent = name
  return item
}
