import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'

/**
 * `<script type="text/plain" data-category="analytics" data-service="ga">`, refused ones as `!analytics` and
 * `data-service="!ga"`, and version 2's `data-cookiecategory`.
 * Source: vanilla-cookieconsent 3.1.0 src/utils/scripts.js, 2.9.2 src/cookieconsent.js.
 */
export function vanillaCookieconsent(settings: Settings, map: NameMap): MarkupAlias {
  const translate = createTranslate(settings, map)
  return {
    selector: 'script[type="text/plain"]:is([data-category],[data-cookiecategory])',
    attributes: ['data-cookiecategory', 'data-service'],
    translate(element) {
      const { category, cookiecategory = category ?? '', service = '' } = element.dataset
      // Several names and conditions are tags of ours.
      if (!/^!?[\w.-]+$/.test(cookiecategory)) return
      const isRefusal = cookiecategory.startsWith('!') || service.startsWith('!')
      const [word = '', own = ''] = [cookiecategory, service].map((name) => name.replace('!', ''))
      const exact = own && Object.hasOwn(map, `${word}.${own}`) ? translate(`${word}.${own}`) : undefined
      const names =
        exact ?? translate(word).map((name) => (own && !name.includes('.') ? `${name}.${own}` : name))
      if (isRefusal) {
        delete element.dataset.service
        element.dataset.category = names.map((name) => `!${name}`).join(' ')
      } else writeTag(element, names)
    },
  }
}
