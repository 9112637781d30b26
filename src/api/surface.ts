/**
 * A part of the view that opens and closes. `settings-button` is asked for where `banner.settingsButton` is set,
 * `reload` where a reload waits for the visitor.
 */
export type Surface = 'banner' | 'preferences' | 'settings-button' | 'reload'
