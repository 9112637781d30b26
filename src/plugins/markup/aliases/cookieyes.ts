import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'

/**
 * `data-cookieyes="cookieyes-analytics"` on `<script type="text/plain">` (or `javascript/blocked`) and on media
 * with `data-src`; of its older plugin `data-cli-category` and `data-cli-src`.
 * Source: cookieyes.com, "Implement prior consent manually".
 */
export function cookieyes(settings: Settings, map: NameMap): MarkupAlias {
  const translate = createTranslate(settings, map)
  const marked = ':is([data-cookieyes],[data-cli-category])'
  return {
    selector: `script:is([type="text/plain"],[type="javascript/blocked"])${marked},:is(iframe,img,video,audio,embed)${marked}:is([data-src],[data-cli-src])`,
    attributes: ['data-cookieyes', 'data-cli-category', 'data-cli-src'],
    translate(element) {
      const { cookieyes = '', cliCategory, cliSrc } = element.dataset
      writeTag(element, translate(cliCategory ?? cookieyes.replace(/^cookieyes-/, '')), cliSrc)
    },
  }
}
