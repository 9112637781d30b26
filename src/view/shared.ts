import { addSheet } from '../browser/style-sheets.js'
import { toDom } from '../browser/to-dom.js'
import { fill } from '../text/fill.js'
import { localise } from '../text/language.js'
import { keepClear } from './banner/keep-focus-visible.js'
import { changes } from './parts/changes.js'
import { choices } from './parts/choices.js'
import { onMove } from './parts/moves.js'
import { prose } from './parts/prose.js'
import { guardPresses } from './parts/ready.js'
import { raise } from './parts/show-in-top-layer.js'

/** What the first file has and later parts use too: handed to them, so that no visitor loads it twice. */
export const shared = {
  addSheet,
  changes,
  choices,
  fill,
  guardPresses,
  keepClear,
  localise,
  onMove,
  prose,
  raise,
  toDom,
}

export type Shared = typeof shared
