import type { ReadTag } from '../../api/plugin-tag.js'
import type { ImportOptions, NameMap } from '../../model/importer.js'
import { importChoices } from '../../plugins/import-choices/index.js'
import { importers } from '../importers.js'
import { addPluginFromTag } from '../plugin-tag.js'

type ImportChoicesOptions = Parameters<typeof importChoices>[0]

/** The JSON block: maps and options by system. */
interface Config extends ImportChoicesOptions {
  readonly maps?: { readonly [name: string]: NameMap | undefined } | undefined
  readonly options?: { readonly [name: string]: ImportOptions | undefined } | undefined
}

/**
 * `data-from="cookiebot klaro"`, the first that has an answer counts; `data-remove` removes what they stored. The
 * block that `data-config` names has `maps` and `options` by system: `{ "maps": { "klaro": { "matomo": "statistics" } } }`.
 */
const readTag: ReadTag<Config> = ({ from = '', remove }, refuse, { maps = {}, options = {} }) => {
  const names = from.split(/\s+/).filter((name) => name)
  const unknown = names.filter((name) => !Object.hasOwn(importers, name))
  if (unknown[0] || !names[0]) refuse('from', `some of ${Object.keys(importers).join(' ')}`)
  return {
    from: names.map((name) => Object.hasOwn(importers, name) && importers[name]?.(maps[name], options[name])),
    ...(remove !== undefined && { remove: remove !== 'false' }),
  }
}

addPluginFromTag<Config>({ name: 'import-choices', create: importChoices, readTag })
