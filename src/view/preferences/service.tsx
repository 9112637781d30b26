import type { JSX } from 'preact'
import type { ServiceOptions } from '../../model/categories.js'
import { Cookies } from './cookies.js'
import { Switch } from './switch.js'
import type { Wording } from './wording.js'

interface ServiceProps {
  readonly category: string
  readonly name: string
  readonly service: ServiceOptions
  readonly locked: boolean
  readonly wording: Wording
}

/** One vendor or tool, with a switch of its own if the site offers one. */
export function Service({ category, name, service, locked, wording }: ServiceProps): JSX.Element {
  const id = `${category}.${name}`
  const { label = name, description, provider, policyUrl, cookies = [] } = service
  const shown = wording.localise(label)
  return (
    <li class="service" part="service">
      <div class="line">
        {service.switch ? <label for={id}>{shown}</label> : <b>{shown}</b>}
        {service.switch && (
          <Switch
            id={id}
            category={category}
            service={name}
            on={wording.isOn(id)}
            locked={locked}
            describedBy={`${id}-about`}
          />
        )}
      </div>
      <p id={`${id}-about`}>
        {description && `${wording.localise(description)} `}
        {provider && provider !== shown && `${provider} `}
        {policyUrl && (
          <a part="link" href={policyUrl}>
            {wording.texts.policy}
          </a>
        )}
      </p>
      {cookies.length > 0 && <Cookies id={id} cookies={cookies} service={service} wording={wording} />}
    </li>
  )
}
