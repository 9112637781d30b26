import type { Consent } from 'askfirst'

const format = () => new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long', timeStyle: 'short' })

/** Names the stored choice, so that a visitor can refer to it. */
export function showRecord(record: Consent['record']): void {
  const line = document.querySelector('#record')
  if (!line) return
  line.textContent = record
    ? `Votre choix du ${format().format(record.decidedAt)} porte la référence ${record.id}.`
    : 'Vous n’avez pas encore fait de choix.'
}
