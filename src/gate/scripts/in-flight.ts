/** What waits for nothing any more gets this long to run when its turn comes. */
const GRACE = 1000

export interface InFlight {
  /** Resolves when an inserted script has run, failed or taken too long. Never rejects. */
  wait(script: HTMLScriptElement, since: number, isThere: boolean): Promise<void>
  /** An inline module has been inserted: it runs in a later task, and tells nobody when. */
  trackInlineModule(script: HTMLScriptElement): void
  /** Takes back scripts that have not run, as far as can be known, and are not allowed any more. */
  cancelPending(isAllowed: (script: HTMLScriptElement) => boolean): void
}

/** Scripts between their insertion and their end. */
export function createInFlight(
  timeout: number,
  report: (message: string, cause?: unknown) => void,
  onRun: (script: HTMLScriptElement) => void,
  onTimeout: (script: HTMLScriptElement) => void,
  onCancel: (script: HTMLScriptElement) => void,
): InFlight {
  const scripts = new Map<HTMLScriptElement, () => void>()
  return {
    wait: (script, since, isThere) =>
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
          // Firefox tells of a failure where it was taken back.
          if (scripts.has(script)) report(`${script.src} failed; the queue goes on`, cause)
          settle()
        })
      }),
    trackInlineModule(script) {
      scripts.set(script, () => scripts.delete(script))
      // What it imports may be as slow as any file.
      setTimeout(() => scripts.delete(script), /\bimport\b/.test(script.text) ? timeout : GRACE)
    },
    cancelPending(isAllowed) {
      for (const [script, settle] of scripts) {
        if (isAllowed(script)) continue
        // It runs now, and takes back its own consent.
        if (script === document.currentScript) onRun(script)
        else onCancel(script)
        settle()
      }
    },
  }
}
