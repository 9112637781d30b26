import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'
import { players } from './players.js'

const usual: NameMap = {
  youtube: 'marketing',
  vimeo: 'marketing',
  dailymotion: 'marketing',
  googlemapsembed: 'marketing',
  iframe: 'marketing',
}

/**
 * The elements that tarteaucitron turns into frames: `<div class="youtube_player" data-videoID="…">`,
 * `<div class="tac_iframe" data-url="…">` and others. Each gets a held frame of ours. Vendors that its
 * JavaScript loads have no markup: they become tags (docs/moving/tarteaucitron.md).
 */
export function tarteaucitron(settings: Settings, map: NameMap): MarkupAlias {
  const translate = createTranslate(settings, map, usual)
  return {
    selector: Object.keys(players)
      .map((name) => `div.${name}`)
      .join(),
    translate(element) {
      const data = (name: string) => element.getAttribute(`data-${name}`) ?? element.getAttribute(name) ?? ''
      const [, player] = Object.entries(players).find(([name]) => element.classList.contains(name)) ?? []
      const address = player?.address(data)
      if (!player || !address || element.querySelector('iframe')) return
      const frame = document.createElement('iframe')
      for (const name of ['width', 'height', 'title']) if (data(name)) frame.setAttribute(name, data(name))
      frame.allowFullscreen = true
      writeTag(frame, translate(player.service), address)
      element.append(frame)
    },
  }
}
