import type { BannerLanguage } from '../text/strings.js'
import { createView } from '../view/create-view.js'
import type { LoadPart } from '../view/surface-context.js'
import type { Hashes } from './parts/create-part-loader.js'
import { startFromTag } from './start-from-tag.js'

/** Put in by the build: the language of `askfirst.<tag>.js`, and the hashes of the next files. */
declare const __LANGUAGE__: BannerLanguage | undefined
declare const __HASHES__: Hashes

const language = __LANGUAGE__

/** All that a first visit needs, until the banner stands, in one file. */
startFromTag({
  createView: (load) => createView({ load: load as LoadPart, language }),
  hashes: __HASHES__,
  locale: language?.tag,
})
