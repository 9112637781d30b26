import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'

/** The numbers of its templates; a site can have its own. */
const usual: NameMap = {
  c0001: 'necessary',
  c0002: 'statistics',
  c0003: 'preferences',
  c0004: 'marketing',
  c0005: 'marketing',
}

/**
 * The class `optanon-category-C0002-C0004` (both are needed) on `<script type="text/plain">` and on media with
 * `data-src`. Source: my.onetrust.com, "Client-Side Cookie Management".
 */
export function onetrust(settings: Settings, map: NameMap): MarkupAlias {
  const translate = createTranslate(settings, map, usual)
  const marked = '[class*="optanon-category-"]'
  return {
    selector: `script[type="text/plain"]${marked},:is(iframe,img,video,audio,source,embed)[data-src]${marked}`,
    attributes: ['class'],
    translate(element) {
      const groups = /\boptanon-category-([\w-]+)/.exec(element.className)?.[1] ?? ''
      writeTag(element, groups.split('-').flatMap(translate))
    },
  }
}
