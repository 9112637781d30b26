import '/shared/panel/panel.js'
import { listDeclared } from './declared.js'

const { categories } = JSON.parse(document.querySelector('#consent-config').textContent)

for (const list of document.querySelectorAll('[data-declared]')) {
  list.replaceChildren(...listDeclared(categories[list.dataset.declared]))
}
