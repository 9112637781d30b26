import type { JSX } from 'preact'
import type { CookieItem, ServiceOptions } from '../../model/categories.js'
import { cookieName } from '../../text/cookie-name.js'
import { Facts } from './details.js'
import type { Wording } from './wording.js'

interface CookiesProps {
  readonly id: string
  readonly cookies: readonly CookieItem[]
  readonly service?: ServiceOptions
  readonly wording: Wording
}

/** Declared storage, one row each: name, how long it stays, what it is for. */
export function Cookies({ id, cookies, service, wording }: CookiesProps): JSX.Element {
  const { texts } = wording
  return (
    <ul class="cookies">
      {cookies.map(
        ({ name, purpose, duration, party = 'first', kind = 'cookie', domain, policyUrl }, index) => {
          const shown = cookieName(name)
          const kept = duration && wording.duration(duration)
          return (
            <li key={shown} part="cookie">
              <div class="line">
                <code>
                  <bdi dir="ltr">{shown}</bdi>
                </code>
                <span class="aside">{kept}</span>
                <Facts
                  id={`${id}-${index}`}
                  label={`${texts.details}: ${shown}`}
                  facts={[
                    [texts.kind, texts[kind]],
                    [texts.duration, kept],
                    [texts.party, [texts[party], domain].filter(Boolean).join(' · ')],
                    [texts.provider, service?.provider],
                  ]}
                  link={{ href: policyUrl ?? service?.policyUrl, text: texts.policy }}
                  onToggle={wording.onFacts}
                  onApproach={wording.onApproach}
                />
              </div>
              {purpose && <p>{wording.localise(purpose)}</p>}
            </li>
          )
        },
      )}
    </ul>
  )
}
