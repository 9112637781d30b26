import { readNative } from '../../browser/read-native.js'
import { traceElement } from '../../browser/trace.js'

/** Minimum wait in milliseconds for a script whose preload has already finished. */
const GRACE = 1000

export interface InFlightOptions {
  /** Milliseconds that a file may take. */
  readonly timeout: number
  readonly report: (message: string, cause?: unknown) => void
  readonly onRun: (script: HTMLScriptElement) => void
  readonly onTimeout: (script: HTMLScriptElement) => void
  /** Consent ended before the script has run. */
  readonly onCancel: (script: HTMLScriptElement) => void
}

/** When the file of a script was asked for, and whether it has come. */
export interface Request {
  readonly since: number
  readonly isThere: boolean
}

/** Scripts between their insertion and their end. */
export interface InFlight {
  /** Resolves when an inserted script has run, failed or taken too long. Never rejects. */
  wait(script: HTMLScriptElement, request: Request): Promise<void>
  /** Tracks an inline module: it runs in a later task and fires no load event. */
  trackInlineModule(script: HTMLScriptElement): void
  /** Cancels scripts that have not run, as far as can be known, and are not allowed any more. */
  cancelPending(isAllowed: (script: HTMLScriptElement) => boolean): void
}

export function createInFlight({ timeout, report, onRun, onTimeout, onCancel }: InFlightOptions): InFlight {
  const scripts = new Map<HTMLScriptElement, () => void>()
  return {
    wait: (script, { since, isThere }) =>
      new Promise((resolve) => {
        const left = Math.max(since + timeout - performance.now(), isThere ? GRACE : 0)
        const timer = setTimeout(() => {
          report(`${script.src} did not answer within ${timeout} ms; the queue goes on`)
          onTimeout(script)
          resolve()
        }, left)
        const settle = () => {
          clearTimeout(timer)
          scripts.delete(script)
          resolve()
        }
        scripts.set(script, settle)
        script.addEventListener('load', () => {
          onRun(script)
          settle()
        })
        script.addEventListener('error', (cause) => {
          // Firefox reports the failure of a script that was cancelled, too.
          if (scripts.has(script)) {
            traceElement(script, 'failed', 'its file did not load')
            report(`${script.src} failed; the queue goes on`, cause)
          }
          settle()
        })
      }),
    trackInlineModule(script) {
      scripts.set(script, () => scripts.delete(script))
      // Its imports may be as slow as any file.
      setTimeout(() => scripts.delete(script), /\bimport\b/.test(script.text) ? timeout : GRACE)
    },
    cancelPending(isAllowed) {
      for (const [script, settle] of scripts) {
        if (isAllowed(script)) continue
        // The running script is withdrawing its own consent: count it as executed.
        if (script === readNative(document, 'currentScript')) onRun(script)
        else onCancel(script)
        settle()
      }
    },
  }
}
