import { definePlugin, type Plugin, type PluginContext } from '../api/plugin.js'
import { isDeclared } from '../model/names.js'
import { createElementGate, type RunningGate } from './element-gate.js'
import { gateMemory } from './memory.js'

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
  let running: RunningGate | undefined
  return definePlugin({
    name: 'gate',
    elements: {
      scan: (root) => running?.scan(root),
      allowOnce: (element) => running?.allowOnce(element),
      revokeAllowedOnce: () => running?.revokeAllowedOnce(),
      isReleased: (element) => !!running?.isReleased(element),
      isIdle: () => running?.isIdle() ?? true,
      alias: (alias) => running?.alias(alias),
    },
    setup(context) {
      const { options, answer, report, markUsed, showPlaceholder } = context as unknown as PluginContext
      const started = createElementGate({
        answer,
        isKnown: (name) => isDeclared(options, name),
        report,
        // Timers take no more than 24 days: a longer one would end at once.
        timeout: Math.min(options.scriptTimeout, 2e9),
        memory: gateMemory(),
        policy: options.trustedTypesPolicy,
        markUsed,
        onHeld: showPlaceholder,
      })
      running = started
      return () => {
        started.stop()
        running = undefined
      }
    },
    apply: () => running?.update(),
  })
}
