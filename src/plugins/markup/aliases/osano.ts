import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'

/**
 * `data-osano="ANALYTICS"` on `<script type="text/plain">` and on media with `data-src`. Elements that have a
 * `src` already have asked for it: they need `autoBlock`. Source: docs.osano.com, "Managing scripts".
 */
export function osano(settings: Settings, map: NameMap): MarkupAlias {
  const translate = createTranslate(settings, map)
  return {
    selector:
      'script[type="text/plain"][data-osano],:is(iframe,img,video,audio,source,embed)[data-osano][data-src]',
    attributes: ['data-osano'],
    translate: (element) => writeTag(element, translate(element.dataset.osano ?? '')),
  }
}
