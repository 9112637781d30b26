import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'

/**
 * `<script type="text/plain" data-category="marketing" data-service="youtube" data-cmplz-src>` and
 * `<iframe data-category data-service data-src-cmplz>`, as the WordPress plugin writes them.
 * Source: complianz.io, "Script center", and the plugin's own output.
 */
export function complianz(settings: Settings, map: NameMap): MarkupAlias {
  const translate = createTranslate(settings, map, {
    functional: 'necessary',
    'statistics-anonymous': 'statistics',
  })
  return {
    selector:
      'script[type="text/plain"][data-category]:is([data-cmplz-src],[data-service]):not([data-category^="!"],[data-service^="!"]),:is(iframe,img,video,audio,embed):is([data-src-cmplz],[data-cmplz-src])',
    attributes: ['data-cmplz-src', 'data-src-cmplz'],
    translate(element) {
      const { category = 'marketing', service = '', cmplzSrc, srcCmplz } = element.dataset
      const isOwn = Object.hasOwn(map, service) || translate(service)[0]?.endsWith(`.${service}`)
      writeTag(element, translate(service && isOwn ? service : category), cmplzSrc ?? srcCmplz)
      // A service that is not declared here would hold the element for ever.
      if (!isOwn) delete element.dataset.service
    },
  }
}
