import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'

/**
 * `data-usercentrics="Google Analytics"` on `<script type="text/plain">`, and `uc-src` on media. The name is that
 * of a service; an element without one waits for the name `uc-src` of the map, by default `marketing`.
 * Source: docs.usercentrics.com, "Direct integration".
 */
export function usercentrics(settings: Settings, map: NameMap): MarkupAlias {
  const translate = createTranslate(settings, map, { 'uc-src': 'marketing' })
  return {
    selector: 'script[type="text/plain"][data-usercentrics],:is(iframe,img,video,audio,embed)[uc-src]',
    attributes: ['data-usercentrics', 'uc-src'],
    translate: (element) =>
      writeTag(element, translate(element.dataset.usercentrics ?? 'uc-src'), element.getAttribute('uc-src')),
  }
}
