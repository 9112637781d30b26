import { listLocales } from './list-locales.js'
import { colours, readForm } from './read-form.js'
import { writeCdn, writeCss, writeNpm } from './write-code.js'

const find = (id) => document.getElementById(id)
const form = find('form')
const preview = find('preview')
const writers = { npm: writeNpm, cdn: writeCdn, css: writeCss }
let timer

function addColours() {
  for (const [name, label, usual] of colours) {
    const row = document.createElement('div')
    const use = Object.assign(document.createElement('input'), {
      type: 'checkbox',
      name: `use ${name}`,
      id: name,
    })
    const words = Object.assign(document.createElement('label'), { htmlFor: name, textContent: label })
    const colour = Object.assign(document.createElement('input'), { type: 'color', name, value: usual })
    colour.ariaLabel = `Colour: ${label}`
    // Whoever picks a colour wants it used.
    colour.addEventListener('input', () => {
      use.checked = true
    })
    row.className = 'line'
    row.append(use, words, colour)
    find('colours').append(row)
  }
}

function show() {
  const wanted = readForm(form)
  const { options, properties } = wanted
  find('fault').textContent = ''
  for (const [id, write] of Object.entries(writers)) find(id).textContent = write(wanted)
  const state = JSON.stringify({ options, properties, show: find('show').value })
  preview.style.width = find('screen').value
  // A change of the fragment alone would not load the page again.
  preview.src = `/preview?${Date.now()}#${encodeURIComponent(state)}`
}

document.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(show, 150)
})
document.addEventListener('click', async ({ target }) => {
  const id = target.dataset?.copy
  if (!id) return
  await navigator.clipboard.writeText(find(id).textContent)
  find('copied').textContent = `Copied: ${id}.`
})
addEventListener('message', ({ origin, data }) => {
  if (origin === location.origin && data?.fault) find('fault').textContent = data.fault
})

addColours()
for (const { tag, name } of await listLocales()) form.elements.locale.append(new Option(name, tag))
show()
