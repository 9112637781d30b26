import type { Report } from '../api/plugin.js'
import { isMet, namesIn, namesNeeded } from '../model/condition.js'
import type { Answer } from '../model/decision.js'
import type { Settings } from '../model/settings.js'
import { isScript, isTemplate } from './tagged-elements.js'

export interface PermissionOptions {
  readonly answer: (name: string) => Answer
  readonly isKnown: (name: string) => boolean
  readonly report: Report
  readonly trusted: Settings['trusted']
  /** Nonce that scripts must have; '' where the page works without. */
  readonly nonce: string
}

/** Which tagged elements may load now. */
export interface Permission {
  /** Whether the gate may touch an element: in a trusted container, and of a category of this site. */
  isOurs(element: HTMLElement): boolean
  /** Whether the condition of an element is met. */
  isAllowed(element: HTMLElement): boolean
  /** Whether a script has the nonce of the page, if the page works with nonces. Reports each that has not, once. */
  hasNonce(script: HTMLScriptElement): boolean
  /** Granted names that a condition asks for. */
  grantedNames(element: HTMLElement): string[]
  /** The names that a condition asks for, granted or not. */
  neededNames(element: HTMLElement): string[]
  allowOnce(element: HTMLElement): void
  revokeAllowedOnce(): void
  /** Allows nothing any more. */
  end(): void
}

const neededNames = ({ dataset: { category, service } }: HTMLElement): string[] =>
  namesNeeded(`${category}`, service)

export function createPermission({ answer, isKnown, report, trusted, nonce }: PermissionOptions): Permission {
  let allowedOnce = new WeakSet<Element>()
  let isOver = false
  const reported = new WeakSet<Element>()

  function isTrusted(element: HTMLElement): boolean {
    try {
      return typeof trusted === 'string' ? !!element.closest(trusted) : !trusted || trusted(element)
    } catch (cause) {
      if (!reported.has(element)) report('option "trusted" failed', cause)
      reported.add(element)
      return false
    }
  }

  return {
    isOurs: (element) =>
      // A filtered gallery has categories of its own. What is unknown by a slip of the pen stays held.
      (isScript(element) ||
        isTemplate(element) ||
        element.localName === 'iframe' ||
        namesIn(`${element.dataset.category}`, undefined).some(isKnown)) &&
      isTrusted(element),
    isAllowed: (element) =>
      !isOver &&
      (allowedOnce.has(element) || isMet(`${element.dataset.category}`, element.dataset.service, answer)),
    hasNonce(script) {
      // The property: the attribute reads empty under a header policy.
      const isRight = !nonce || script.nonce === nonce
      if (!isRight && !reported.has(script)) {
        reported.add(script)
        report(
          `<script data-category="${script.dataset.category}"> stays held: it has no nonce of this page. Give it the nonce, or set the option nonce to false.`,
        )
      }
      return isRight
    },
    neededNames,
    grantedNames: (element) => neededNames(element).filter(answer),
    allowOnce: (element) => void allowedOnce.add(element),
    revokeAllowedOnce() {
      allowedOnce = new WeakSet()
    },
    end() {
      isOver = true
    },
  }
}
