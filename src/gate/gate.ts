import { definePlugin, type Plugin, type PluginContext } from '../api/plugin.js'
import { createElementGate, type RunningGate } from './element-gate.js'
import { nonceOf, readOwnNonce } from './own-nonce.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

/**
 * Blocks tagged elements until their condition is met and releases them then; blocks again on withdrawal.
 *
 * @example
 * import { createConsent } from 'askfirst/core'
 * import { gate } from 'askfirst/gate'
 * createConsent({ plugins: [gate()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function gate(): Plugin {
  // Now: the tag that loaded askfirst may be the one that runs.
  const nonce = readOwnNonce()
  let running: RunningGate | undefined
  const plugin = definePlugin({
    name: 'gate',
    elements: {
      scan: (root) => running?.scan(root),
      allowOnce: (element) => running?.allowOnce(element),
      revokeAllowedOnce: () => running?.revokeAllowedOnce(),
      isReleased: (element) => !!running?.isReleased(element),
      isIdle: () => running?.isIdle() ?? true,
      alias: (alias) => running?.alias(alias),
    },
    setup(given) {
      const context = given as unknown as PluginContext
      const started = createElementGate({ ...context, nonce: nonceOf(context.options.nonce, nonce) })
      running = started
      return () => {
        started.stop()
        running = undefined
      }
    },
    apply: () => running?.update(),
  })
  if (__DEV__) Object.assign(plugin, { explain: (subject: Element | URL) => running?.explain?.(subject) })
  return plugin
}
