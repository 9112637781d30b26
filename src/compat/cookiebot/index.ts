import { definePlugin, type Plugin, type PluginContext } from '../../api/plugin.js'
import { cookiebot as cookiebotMarkup } from '../../plugins/markup/aliases/cookiebot.js'
import { grantedOf } from './answers.js'
import { watchDeclarationTags } from './declaration-tags.js'
import { addDisplayRules, markMedia, updateMedia } from './display.js'
import { tell } from './events.js'
import { installObject } from './install-object.js'
import { removeMirror, writeMirror } from './mirror.js'
import { createObject, type ObjectState } from './object.js'
import type { CookiebotOptions } from './options.js'
import { createSequence } from './sequence.js'

export { mirrorCookie } from './mirror.js'
export type { CookiebotOptions } from './options.js'

/**
 * Lets a page that was written for Cookiebot work as it is: the object, its events and callbacks, its markup,
 * classes and category events. The site's categories are the vendor's four. See docs/moving/cookiebot.md.
 *
 * @example
 * createConsent({
 *   plugins: [cookiebot({ mirror: true }), googleConsentMode({ categoryEvent: '' })],
 * })
 */
/* @__NO_SIDE_EFFECTS__ */
export function cookiebot(given: CookiebotOptions = {}): Plugin {
  const { scriptId = 'Cookiebot', mirror, placeholders, declare, categoryEvents = true } = given
  return definePlugin({
    name: 'cookiebot',
    setup(untyped) {
      const context = untyped as unknown as PluginContext
      const { consent, options, report, alias, isReleased } = context
      const state: ObjectState = { hasResponse: undefined, changed: false, dialogVisible: false }
      const object = createObject(context, given, state)
      const own = () => object

      let announced: readonly string[] = []
      const announce = () => {
        const now = grantedOf(consent)
        for (const name of now)
          if (categoryEvents && !announced.includes(name)) push(given.dataLayer, `cookie_consent_${name}`)
        announced = now
      }
      const sequence = createSequence({ context, object: own, onLoaded: announce })

      function keepMirror(): void {
        if (!mirror || !consent.record) return
        writeMirror(consent.record, options.cookie.days, options.region ?? given.userCountry ?? '')
      }
      function onChoice(): void {
        state.hasResponse = undefined
        state.changed = true
        updateMedia(isReleased)
        sequence.run()
      }

      const markup = cookiebotMarkup(options, {})
      alias({
        ...markup,
        translate(element) {
          markup.translate(element)
          if (!placeholders && element.dataset.category) markMedia(element)
        },
      })
      const undo = [
        installObject(object, ['Cookiebot', scriptId, 'CookieConsent'], report),
        addDisplayRules(),
        sequence.stop,
        consent.on('open', ({ surface }) => {
          if (surface !== 'banner' && surface !== 'preferences') return
          if (!state.dialogVisible) tell('DialogInit', own, report)
          state.dialogVisible = true
          tell('DialogDisplay', own, report)
        }),
        consent.on('close', () => {
          state.dialogVisible = false
        }),
        consent.on('change', ({ source, removed }) => {
          if (removed[0] && !grantedOf(consent)[0]) removeMirror()
          else keepMirror()
          if (source === 'sync') onChoice()
        }),
        consent.on('decision', onChoice),
        consent.on('release', () => updateMedia(isReleased)),
        ...(declare ? [watchDeclarationTags(declare)] : []),
        ...(mirror ? [removeMirror] : []),
      ]
      // On a return visit tag managers hear of the categories at once.
      if (consent.record) {
        announce()
        // After a withdrawal the mirror stays away.
        if (grantedOf(consent)[0]) keepMirror()
        sequence.run()
      }
      return () => {
        for (const end of undo) end()
      }
    },
  })
}

/** The queue's name: as given, else that of the first container of Google Tag Manager. */
function push(name: string | undefined, event: string): void {
  const page = window as unknown as {
    readonly google_tag_manager?: {
      readonly [id: string]: { readonly dataLayer?: { readonly name?: string } }
    }
    [layer: string]: unknown
  }
  const found = Object.values(page.google_tag_manager ?? {}).find((one) => one?.dataLayer?.name)
  const key = name ?? found?.dataLayer?.name ?? 'dataLayer'
  page[key] ??= []
  ;(page[key] as { push?(entry: object): void }).push?.({ event })
}
