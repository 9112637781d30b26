import type { Consent } from '../../api/consent.js'
import { warn } from '../../browser/warn.js'
import { readTrial } from '../../dev/trial.js'
import type * as Devtools from '../../devtools/index.js'
import type { LoadFile } from '../parts/create-part-loader.js'

/** Development file alone: `?askfirst=devtools` in the page's address opens the panel, and so does a trial that is on. */
export async function openDevtoolsIfAsked(load: LoadFile, consent: Consent): Promise<void> {
  const isAsked = new URLSearchParams(location.search).getAll('askfirst').includes('devtools')
  if (!isAsked && !readTrial()) return
  try {
    const { openDevtools } = (await load('devtools')) as typeof Devtools
    openDevtools(consent)
  } catch (cause) {
    warn('devtools.js did not load. Put it beside askfirst.dev.js.', cause)
  }
}
