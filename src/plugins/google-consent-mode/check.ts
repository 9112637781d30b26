import type { EarlyContext } from '../../api/plugin.js'
import { isDeclared } from '../../model/names.js'

/** Reports, once and in development builds, options that lead nowhere. */
export function check(
  { options, report }: EarlyContext,
  followed: readonly (readonly [type: string, name: string])[],
  dataLayer: string,
): void {
  for (const [type, name] of followed) {
    if (!isDeclared(options, name))
      report(
        `google-consent-mode: ${type} follows "${name}", which is no category: it stays denied. Name one of yours in the option types.`,
      )
  }
  if (!Array.isArray((window as unknown as { [layer: string]: unknown })[dataLayer]))
    report(
      `google-consent-mode: window.${dataLayer} is no array, so nothing reaches it. Correct the option dataLayer.`,
    )
}
