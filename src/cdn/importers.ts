import { axeptio } from '../import/axeptio.js'
import { borlabs } from '../import/borlabs.js'
import { c15t } from '../import/c15t.js'
import { civic } from '../import/civic.js'
import { complianz } from '../import/complianz.js'
import { cookiebot } from '../import/cookiebot.js'
import { cookieyes } from '../import/cookieyes.js'
import { didomi } from '../import/didomi.js'
import { finsweet } from '../import/finsweet.js'
import { iubenda } from '../import/iubenda.js'
import { klaro } from '../import/klaro.js'
import { nhsuk } from '../import/nhsuk.js'
import { onetrust } from '../import/onetrust.js'
import { orejime } from '../import/orejime.js'
import { osano } from '../import/osano.js'
import { probo } from '../import/probo.js'
import { segment } from '../import/segment.js'
import { silktide } from '../import/silktide.js'
import { tarteaucitron } from '../import/tarteaucitron.js'
import { termly } from '../import/termly.js'
import { usercentrics } from '../import/usercentrics.js'
import { vanillaCookieconsent } from '../import/vanilla-cookieconsent.js'
import type { Importer, ImportOptions, NameMap } from '../model/importer.js'

/** Every importer by its name in `data-from`. */
export const importers: {
  readonly [name: string]: (map?: NameMap, options?: ImportOptions) => Importer
} = {
  axeptio,
  borlabs,
  c15t,
  civic,
  complianz,
  cookiebot,
  cookieyes,
  didomi,
  finsweet,
  iubenda,
  klaro,
  nhsuk,
  onetrust,
  orejime,
  osano,
  probo,
  segment,
  silktide,
  tarteaucitron,
  termly,
  usercentrics,
  'vanilla-cookieconsent': vanillaCookieconsent,
}
