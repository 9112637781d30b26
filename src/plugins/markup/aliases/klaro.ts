import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'

/**
 * `<script type="text/plain" data-name="matomo">` and `data-name` beside `data-src` or `data-href` on media; the
 * name is that of a service. Source: Klaro 0.7.22 src/consent-manager.js.
 */
export function klaro(settings: Settings, map: NameMap): MarkupAlias {
  const translate = createTranslate(settings, map)
  return {
    selector:
      'script[type="text/plain"][data-name],:is(iframe,img,video,audio,source,embed,track)[data-name][data-src],link[data-name][data-href]',
    attributes: ['data-name'],
    translate: (element) => writeTag(element, translate(element.dataset.name ?? '')),
  }
}
