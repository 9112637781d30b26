import type { View } from '../api/view.js'
import type { createView } from '../view/create-view.js'
import type { LoadPart } from '../view/surface-context.js'
import type { Hashes } from './parts/create-part-loader.js'
import { startFromTag } from './start-from-tag.js'

/** Put in by the build: the hashes of the next files. */
declare const __HASHES__: Hashes

/** For pages whose visitors return: without the view, which `view.js` brings when it is needed. */
startFromTag({
  createView: (load) => async (): Promise<View> => {
    const view = (await load('view')) as { readonly createView: typeof createView }
    return view.createView({ load: load as LoadPart })
  },
  hashes: __HASHES__,
})
