import { element } from '../../browser/markup.js'
import { addSheet } from '../../browser/style-sheets.js'
import { localise } from '../../text/language.js'
import type { Extras, Scene } from '../surface-context.js'
import css from './extras.css'

/** What the site adds to the banner: a logo above the words, links and buttons of its own below the choices. */
export default function createExtras({ host, context }: Scene): Extras {
  const { options, locale } = context
  const { logo, buttons = [] } = options.banner
  // Accepting may not be offered more often than refusing (CNIL, notices of December 2024).
  const allowed = buttons.filter(({ action }) => action !== 'accept-all')

  addSheet(host.root, css)
  return {
    logo: () =>
      logo &&
      element('img', {
        part: 'logo',
        src: logo.src,
        width: `${logo.width}`,
        height: `${logo.height}`,
        alt: logo.alt ?? '',
      }),
    buttons: () =>
      allowed.length > 0 &&
      element(
        'div',
        { class: 'extras', part: 'extra-buttons' },
        ...allowed.map(({ label, href, action }) =>
          element(
            href ? 'a' : 'button',
            href
              ? { part: 'extra-button', href }
              : { type: 'button', part: 'extra-button', 'data-consent-action': action },
            localise(label, locale()),
          ),
        ),
      ),
  }
}
