/** A part of the view that opens and closes. `settings-button` is asked for where `banner.settingsButton` is set. */
export type Surface = 'banner' | 'preferences' | 'settings-button'
