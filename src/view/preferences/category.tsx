import type { JSX, TargetedEvent } from 'preact'
import type { Category as CategoryOptions } from '../../model/categories.js'
import { Cookies } from './cookies.js'
import { Service } from './service.js'
import { Switch } from './switch.js'
import type { Wording } from './wording.js'

interface CategoryProps {
  readonly name: string
  readonly category: CategoryOptions
  readonly wording: Wording
}

/** What is switched for a category holds for its services, until they are switched by themselves. */
function follow({ target, currentTarget }: TargetedEvent<HTMLFieldSetElement>): void {
  if (!(target instanceof HTMLInputElement) || target.dataset.service) return
  for (const input of currentTarget.querySelectorAll<HTMLInputElement>('[data-service]')) {
    input.checked = target.checked
  }
}

/** One purpose: its switch, what it is for, and on request what it stores. */
export function Category({ name, category, wording }: CategoryProps): JSX.Element {
  const { texts, lookUp, localise } = wording
  const { required, cookies, services } = category
  const label = localise(category.label ?? lookUp(name) ?? name)
  const notice = wording.noticeOf(name)
  const about = localise(category.description ?? lookUp(`${name}Description`) ?? '')
  const list = Object.entries(services)
  const declared = list.reduce((sum, [, service]) => sum + (service.cookies?.length ?? 0), cookies.length)
  const counts = [
    [texts.services, list.length],
    [texts.cookies, declared],
  ] as const
  const summary = counts.filter(([, count]) => count).map((count) => count.join(' '))
  return (
    <fieldset class="category" part="category" aria-labelledby={`${name}-label`} onChange={follow}>
      <div class="line">
        <h3>
          <label id={`${name}-label`} for={name} part="category-title">
            {label}
          </label>
        </h3>
        {required && (
          <span id={`${name}-always`} class="aside">
            {texts.alwaysActive}
          </span>
        )}
        <Switch
          id={name}
          category={name}
          on={required || wording.isOn(name)}
          locked={required}
          describedBy={`${name}-always ${name}-about ${name}-notice`}
        />
      </div>
      <p id={`${name}-about`} part="category-description">
        {about}
      </p>
      {notice && (
        <p id={`${name}-notice`} part="category-notice">
          {notice}
        </p>
      )}
      {summary.length > 0 && (
        <details>
          <summary part="category-details" aria-label={`${label}: ${summary.join(', ')}`}>
            {summary.join(' · ')}
          </summary>
          {cookies.length > 0 && <Cookies id={`${name}-cookie`} cookies={cookies} wording={wording} />}
          {list.length > 0 && (
            <ul>
              {list.map(([key, service]) => (
                <Service
                  key={key}
                  category={name}
                  name={key}
                  service={service}
                  locked={required}
                  wording={wording}
                />
              ))}
            </ul>
          )}
        </details>
      )}
    </fieldset>
  )
}
