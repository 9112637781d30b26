import type { Plugin } from '../../api/plugin.js'

export interface GpcOptions {
  /** The names (categories or `category.service`) that the signal refuses. @default ['marketing'] */
  readonly denies?: readonly string[] | undefined
  /** Honours "Do Not Track" in the same way (`navigator.doNotTrack` is `'1'`). @default false */
  readonly dnt?: boolean | undefined
  /**
   * Shows a line that says so where the signal is honoured and no banner asks for anything. `false`: the site shows
   * it itself, in an element with `data-consent-notice`, which is filled either way.
   * @default true
   */
  readonly status?: boolean | undefined
}

/**
 * Global Privacy Control: a browser that sends the signal refuses `denies` until the visitor answers otherwise.
 * Nothing is stored by it. The banner asks for the rest and says that the signal is honoured, the preferences say it
 * at the categories in question. Only `navigator.globalPrivacyControl === true` counts.
 *
 * @see https://www.w3.org/TR/gpc/
 * @example
 * createConsent({ plugins: [gpc({ denies: ['marketing'] })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function gpc({ denies = ['marketing'], dnt, status = true }: GpcOptions = {}): Plugin {
  /** Its name, where there is one. */
  const readSignal = () => {
    const { globalPrivacyControl, doNotTrack } = (globalThis.navigator ?? {}) as Navigator & {
      readonly globalPrivacyControl?: unknown
    }
    if (globalPrivacyControl === true) return 'Global Privacy Control'
    if (dnt && doNotTrack === '1') return 'Do Not Track'
    return
  }
  return {
    name: 'gpc',
    presume: () => (readSignal() ? Object.fromEntries(denies.map((name) => [name, false])) : {}),
    setup(context) {
      const signal = readSignal()
      if (!signal) return
      let stop: (() => void) | undefined
      let isOver = false
      import('./honoured.js')
        .then(({ showHonoured }) => {
          if (!isOver) stop = showHonoured({ context, signal, denies, status })
        })
        .catch((cause) =>
          context.report('gpc: the signal is honoured, but its notice could not be shown', cause),
        )
      return () => {
        isOver = true
        stop?.()
      }
    },
  }
}
