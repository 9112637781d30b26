import type { Plugin } from '../../api/plugin.js'
import type { Localised } from '../../model/categories.js'

export interface PrivacyChoicesOptions {
  /**
   * The names (categories or `category.service`) that sell or share personal information. The status is shown where
   * every one of them is refused, by the visitor or by a signal.
   * @default ['marketing']
   */
  readonly categories?: readonly string[] | undefined
  /**
   * Text of the links that have none of their own. California allows this one and "Your California Privacy Choices".
   * @default 'Your Privacy Choices', in English whatever the language of the page
   */
  readonly title?: Localised | undefined
  /** Text of the status. @default 'Opt-Out Request Honored', in every language of the package */
  readonly status?: Localised | undefined
  /**
   * After an opt-out of names whose model is `'opt-out'`, a line at the edge of the page says so until it is closed.
   * Left to the view where `banner.confirmation` is set, except after a reload of the page.
   * @default true
   */
  readonly confirmation?: boolean | undefined
}

/**
 * The Alternative Opt-Out Link of California. Every link or button with `data-privacy-choices` gets the title and
 * the icon of the regulation and opens the preferences; beside it stands whether the opt-out is honoured. The
 * address of the link is for pages where scripts do not run.
 *
 * @see https://www.law.cornell.edu/regulations/california/11-CCR-7015 title and icon
 * @see https://www.law.cornell.edu/regulations/california/11-CCR-7025 the status, subsection (c)(6)
 * @see https://www.law.cornell.edu/regulations/california/11-CCR-7026 the confirmation, subsection (g)
 * @example
 * // <a href="/privacy-choices" data-privacy-choices></a>
 * createConsent({ region, regions: unitedStates, plugins: [gpc(), privacyChoices()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function privacyChoices(options: PrivacyChoicesOptions = {}): Plugin {
  return {
    name: 'privacy-choices',
    setup(context) {
      let stop: (() => void) | undefined
      let isOver = false
      import('./show-choices.js')
        .then(({ showChoices }) => {
          if (!isOver) stop = showChoices(context, options)
        })
        .catch((cause) => context.report('privacyChoices: the links could not be filled', cause))
      return () => {
        isOver = true
        stop?.()
      }
    },
  }
}
