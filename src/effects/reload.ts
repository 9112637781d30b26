import type { ReloadPolicy, Withdrawal } from '../model/options.js'

/** Reloads the page where the policy wants it: code that has run cannot be taken back otherwise. */
export async function reloadAfter(
  withdrawal: Withdrawal,
  policy: ReloadPolicy,
  report: (message: string, cause: unknown) => void,
): Promise<void> {
  let isWanted = policy === 'always' || (policy !== 'never' && withdrawal.ran)
  try {
    if (typeof policy === 'function') isWanted = await policy(withdrawal)
  } catch (cause) {
    report('reload failed', cause)
  }
  if (isWanted) location.reload()
}
