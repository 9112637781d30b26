import type { Consent } from '../api/consent.js'
import { defineDeclarationElement } from '../declaration/html/define-declaration-element.js'

interface Globals {
  askfirstQueue?: { push(entry: (consent: Consent) => void): unknown }
}

const globals = window as Globals
globals.askfirstQueue ??= [] as { push(entry: (consent: Consent) => void): unknown }
globals.askfirstQueue.push(defineDeclarationElement)
