import type { Report } from '../api/plugin.js'
import type { ReloadPolicy, Withdrawal } from '../model/settings.js'

/** Reloads the page where the policy wants it: code that has run cannot be stopped otherwise. */
export async function reloadAfter(
  withdrawal: Withdrawal,
  policy: ReloadPolicy,
  report: Report,
): Promise<void> {
  let isWanted = policy === 'always' || (policy !== 'never' && !!withdrawal.ran[0])
  try {
    if (typeof policy === 'function') isWanted = await policy(withdrawal)
  } catch (cause) {
    report('reload failed', cause)
  }
  if (isWanted) location.reload()
}
