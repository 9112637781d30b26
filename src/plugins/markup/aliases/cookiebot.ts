import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'

/**
 * `data-cookieconsent="statistics,marketing"` (both are needed) on `<script type="text/plain">`, and
 * `data-cookieblock-src`, which wins over `data-src`, on media. `ignore` is never blocked.
 * Source: support.cookiebot.com 360003813614 and 360003793053, uc.js of 2026-05.
 */
export function cookiebot(settings: Settings, map: NameMap = {}): MarkupAlias {
  const translate = createTranslate(settings, map)
  return {
    selector:
      'script[type="text/plain"][data-cookieconsent],:is(iframe,img,embed,video,audio,source)[data-cookieconsent]:is([data-cookieblock-src],[data-src])',
    attributes: ['data-cookieconsent', 'data-cookieblock-src'],
    translate(element) {
      const { cookieconsent = '', cookieblockSrc } = element.dataset
      const names = cookieconsent.split(',').filter((name) => name.trim())
      if (names.some((name) => name.trim() === 'ignore')) return
      writeTag(element, names.flatMap(translate), cookieblockSrc)
    },
  }
}
