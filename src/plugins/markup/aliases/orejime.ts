import type { MarkupAlias } from '../../../api/plugin.js'
import type { NameMap } from '../../../model/importer.js'
import type { Settings } from '../../../model/settings.js'
import { createTranslate } from '../names.js'
import { writeTag } from '../write-tag.js'

/**
 * `<template data-purpose="analytics">` of version 3, `<script type="opt-in" data-name="ga">` and media with
 * `data-name` of version 2. Source: Orejime 3.2.0 src/core/utils/updatePurposeElements.ts, 2 README.
 */
export function orejime(settings: Settings, map: NameMap): MarkupAlias {
  const translate = createTranslate(settings, map)
  return {
    selector:
      'template[data-purpose],script[type="opt-in"][data-name],:is(iframe,img,video,audio)[data-name][data-src],link[data-name][data-href]',
    attributes: ['data-purpose', 'data-name'],
    translate: (element) =>
      writeTag(element, translate(element.dataset.purpose ?? element.dataset.name ?? '')),
  }
}
