import { type Element, element } from '../../browser/markup.js'
import type { Settings } from '../../model/settings.js'
import type { bannerTexts } from '../../text/english/banner.js'

interface Prose {
  readonly text: string
  readonly texts: typeof bannerTexts
  readonly options: Settings
  readonly purposes?: string
}

/**
 * A text of the view with its values. `{policyLink}` and `{imprintLink}` are links where the text
 * puts them; after a text that puts neither come both.
 */
export function prose({ text, texts, options, purposes }: Prose): Element {
  const links: { readonly [key: string]: string | undefined } = {
    policyLink: options.policy.url,
    imprintLink: options.banner.imprintUrl,
  }
  const labels: { readonly [key: string]: string } = texts
  const whole = text.includes('Link}') ? text : `${text} {policyLink} {imprintLink}`
  return element(
    'p',
    { part: 'text' },
    ...whole.split(/\{(\w+)\}/).map((part, index) => {
      if (index % 2 === 0) return part
      if (part === 'purposes') return purposes
      return links[part] && element('a', { part: 'link', href: links[part] }, labels[part])
    }),
  )
}
