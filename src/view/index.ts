import type { View } from '../api/view.js'
import { createView } from './create-view.js'
import type { LoadPart, PartFiles } from './surface-context.js'

const files: { readonly [N in keyof PartFiles]: () => Promise<PartFiles[N]> } = {
  preferences: () => import('./preferences/preferences.js'),
  'settings-button': () => import('./settings-button/settings-button.js'),
  placeholder: () => import('./placeholder/placeholder.js'),
  confirmation: () => import('./confirmation/confirmation.js'),
  extras: () => import('./banner/extras.js'),
  popover: () => import('./parts/popover.js'),
  reload: () => import('./reload/reload.js'),
}

/** The built-in view: `view: () => import('askfirst/view')`. */
const view: View = createView({ load: ((name) => files[name]()) as LoadPart })
export default view
