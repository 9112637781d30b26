import type { Report } from '../api/plugin.js'
import { reloadPage } from '../browser/reload-page.js'
import type { ReloadPolicy, Withdrawal } from '../model/settings.js'

export interface Reload {
  /** Reloads the page where the policy wants it: code that has run cannot be stopped otherwise. */
  after(withdrawal: Withdrawal): Promise<void>
  /** Reloads now, if a reload waits for the visitor and what it is for was not granted again. */
  pending(): (() => void) | undefined
}

interface ReloadOptions {
  readonly policy: ReloadPolicy
  readonly report: Report
  readonly isGranted: (name: string) => boolean
  /** The visitor has entries on the page: the reload waits. */
  readonly onWait: (withdrawal: Withdrawal) => void
}

export function createReload({ policy, report, isGranted, onWait }: ReloadOptions): Reload {
  let waiting: readonly string[] = []
  return {
    async after(withdrawal) {
      const { removed, ran, isDirty } = withdrawal
      const isFunction = typeof policy === 'function'
      let isWanted = policy === 'always' || (policy !== 'never' && !!ran[0])
      try {
        if (isFunction) isWanted = await policy(withdrawal)
      } catch (cause) {
        report('reload failed', cause)
      }
      if (!isWanted) return
      // A function has been told, and has decided with it.
      if (!isDirty || isFunction) return reloadPage()
      waiting = [...waiting, ...(ran[0] ? ran : removed)]
      onWait(withdrawal)
    },
    pending: () => (waiting.some((name) => !isGranted(name)) ? reloadPage : undefined),
  }
}
