/** What waits for nothing any more gets this long to run when its turn comes. */
const GRACE = 1000

export interface Flights {
  /** Resolves when an inserted script has run, failed or taken too long. Never rejects. */
  wait(script: HTMLScriptElement, since: number, isThere: boolean): Promise<void>
  /** An inline module has been inserted: it runs in a later task, and tells nobody when. */
  follow(script: HTMLScriptElement): void
  /** Takes back scripts that have not run, as far as can be known, and are not allowed any more. */
  recall(isAllowed: (script: HTMLScriptElement) => boolean): void
}

/** Scripts between their insertion and their end. */
export function createFlights(
  timeout: number,
  report: (message: string, cause?: unknown) => void,
  onRun: (script: HTMLScriptElement) => void,
  onTimeout: (script: HTMLScriptElement) => void,
  onRecall: (script: HTMLScriptElement) => void,
): Flights {
  const flying = new Map<HTMLScriptElement, () => void>()
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
          flying.delete(script)
          resolve()
        }
        flying.set(script, settle)
        script.addEventListener('load', () => {
          onRun(script)
          settle()
        })
        script.addEventListener('error', (cause) => {
          // Firefox tells of a failure where it was taken back.
          if (flying.has(script)) report(`${script.src} failed; the queue goes on`, cause)
          settle()
        })
      }),
    follow(script) {
      flying.set(script, () => flying.delete(script))
      // What it imports may be as slow as any file.
      setTimeout(() => flying.delete(script), /\bimport\b/.test(script.text) ? timeout : GRACE)
    },
    recall(isAllowed) {
      for (const [script, settle] of flying) {
        if (isAllowed(script)) continue
        // It runs now, and takes back its own consent.
        if (script === document.currentScript) onRun(script)
        else onRecall(script)
        settle()
      }
    },
  }
}
