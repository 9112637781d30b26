import type { MarkupAlias } from '../../api/plugin.js'
import type { NameMap } from '../../model/importer.js'
import type { Settings } from '../../model/settings.js'
import { complianz } from './aliases/complianz.js'
import { cookiebot } from './aliases/cookiebot.js'
import { cookieyes } from './aliases/cookieyes.js'
import { klaro } from './aliases/klaro.js'
import { onetrust } from './aliases/onetrust.js'
import { orejime } from './aliases/orejime.js'
import { osano } from './aliases/osano.js'
import { tarteaucitron } from './aliases/tarteaucitron.js'
import { usercentrics } from './aliases/usercentrics.js'
import { vanillaCookieconsent } from './aliases/vanilla-cookieconsent.js'

/** Makers of aliases by the name of their system. */
export const systems = {
  'vanilla-cookieconsent': vanillaCookieconsent,
  klaro,
  orejime,
  tarteaucitron,
  onetrust,
  osano,
  usercentrics,
  complianz,
  cookieyes,
  cookiebot,
} satisfies { readonly [name: string]: (settings: Settings, map: NameMap) => MarkupAlias }

/** The systems whose tags are understood. */
export type MarkupSystem = keyof typeof systems

export const isMarkupSystem = (name: string): name is MarkupSystem => Object.hasOwn(systems, name)
