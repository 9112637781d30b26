import { expect, test } from 'vitest'
import { buttonWords } from '../../../src/audit/answer/button-words.js'

const order = ['save', 'reject', 'accept', 'settings'] as const
const kindOf = (text: string) =>
  order.find((kind) => new RegExp(`^(?:${buttonWords[kind].join('|')})$`, 'u').test(text.toLowerCase()))

test.each([
  ['Accept all', 'Reject all', 'Preferences', 'Save choices'],
  ['Tout accepter', 'Tout refuser', 'Paramétrer', 'Enregistrer'],
  ['Alles accepteren', 'Alles weigeren', 'Voorkeuren', 'Opslaan'],
  ['Alle akzeptieren', 'Alle ablehnen', 'Einstellungen', 'Auswahl speichern'],
  ['Aceptar todo', 'Rechazar todo', 'Configurar', 'Guardar'],
  ['Accetta tutti', 'Rifiuta tutti', 'Personalizza', 'Salva'],
  ['Aceitar tudo', 'Rejeitar tudo', 'Configurar', 'Salvar'],
  ['Akceptuj wszystkie', 'Odrzuć wszystkie', 'Ustawienia', 'Zapisz'],
  ['Acceptera alla', 'Avvisa alla', 'Inställningar', 'Spara'],
  ['Accepter alle', 'Afvis alle', 'Indstillinger', 'Gem'],
  ['Hyväksy kaikki', 'Hylkää kaikki', 'Asetukset', 'Tallenna'],
  ['Přijmout vše', 'Odmítnout vše', 'Nastavení', 'Uložit'],
])('%s, %s, %s and %s are told apart', (accept, reject, settings, save) => {
  expect([accept, reject, settings, save].map(kindOf)).toEqual(['accept', 'reject', 'settings', 'save'])
})

test.each([
  ['OK, accept all', 'accept'],
  ['Accept only necessary cookies', 'reject'],
  ['Necessary only', 'reject'],
  ['Decline all apps', 'reject'],
  ['Continuer sans accepter', 'reject'],
  ['Accept selected', 'save'],
  ['Necessary', undefined],
  ['Read the cookie policy', undefined],
  ['Necessary cookies', undefined],
])('"%s" is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind)
})
