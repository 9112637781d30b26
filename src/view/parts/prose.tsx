import type { JSX } from 'preact'
import type { Settings } from '../../model/settings.js'
import type { bannerTexts } from '../../text/english/banner.js'

interface ProseProps {
  readonly text: string
  readonly texts: typeof bannerTexts
  readonly options: Settings
  readonly purposes?: string
}

/**
 * A text of the view with its values. `{policyLink}` and `{imprintLink}` are links where the text
 * puts them; after a text that puts neither come both.
 */
export function Prose({ text, texts, options, purposes }: ProseProps): JSX.Element {
  const links: { readonly [key: string]: string | undefined } = {
    policyLink: options.policy.url,
    imprintLink: options.banner.imprintUrl,
  }
  const labels: { readonly [key: string]: string } = texts
  const whole = text.includes('Link}') ? text : `${text} {policyLink} {imprintLink}`
  return (
    <p part="text">
      {whole.split(/\{(\w+)\}/).map((part, index) =>
        index % 2 === 0
          ? part
          : part === 'purposes'
            ? purposes
            : links[part] && (
                <a key={part} part="link" href={links[part]}>
                  {labels[part]}
                </a>
              ),
      )}
    </p>
  )
}
