import type { Options } from '../api/options.js'
import { adoptStored } from '../compat/cookiebot/adopt-stored.js'
import { blockingRules } from '../compat/cookiebot/blocking-rules.js'
import { createConfiguration } from '../compat/cookiebot/configuration.js'
import { decorateDeclaration } from '../compat/cookiebot/decorate-declaration.js'
import { cookiebot, mirrorCookie } from '../compat/cookiebot/index.js'
import { readLoader } from '../compat/cookiebot/read-loader.js'
import { currentPage } from '../core/page.js'
import { autoBlock } from '../plugins/auto-block/index.js'
import { googleConsentMode } from '../plugins/google-consent-mode/index.js'
import { createView } from '../view/create-view.js'
import type { LoadPart } from '../view/surface-context.js'
import type { Hashes } from './parts/create-part-loader.js'
import { startFromTag } from './start-from-tag.js'

/** Put in by the build: the hashes of the next files. */
declare const __HASHES__: Hashes

const said = new Set<string>()

/** Faults are console lines in every build: a page with script tags has no other place to see them. */
function say(text: string): void {
  if (!said.has(text)) console.error(`[askfirst] cookiebot.js: ${text}`)
  said.add(text)
}

function findLoader(): HTMLScriptElement | null {
  const { currentScript } = document
  if (currentScript instanceof HTMLScriptElement) return currentScript
  return document.querySelector<HTMLScriptElement>(
    'script:is(#Cookiebot,#CookieBot,#CookieConsent,[src*="/cookiebot.js"])',
  )
}

/** Puts our declaration where a script of the vendor's stood; the file for it comes from our own folder. */
function createDeclare(loader: HTMLScriptElement): (place: HTMLElement) => void {
  let isLoaded = false
  return (place) => {
    place.append(document.createElement('askfirst-declaration'))
    decorateDeclaration(place, () => {
      const { CookiebotCallback_OnDialogLoad: callback } = window as {
        CookiebotCallback_OnDialogLoad?: unknown
      }
      if (typeof callback === 'function') callback()
    })
    if (isLoaded) return
    isLoaded = true
    const script = document.createElement('script')
    if (loader.nonce) script.nonce = loader.nonce
    script.onerror = () => say('declaration.js could not be loaded: the declaration stays away.')
    try {
      script.src = new URL('declaration.js', loader.src).href
      document.head.append(script)
    } catch {
      say(
        'declaration.js needs a script of its own where Trusted Types are enforced. Add its tag to the page.',
      )
    }
  }
}

function start(loader: HTMLScriptElement): void {
  const { values, idle } = readLoader(loader)
  if (idle[0]) say(`${idle.join(', ')} mean nothing here. See docs/moving/cookiebot.md.`)
  if (values.cbid && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(values.cbid))
    say(`data-cbid="${values.cbid}" is no domain group. It has no effect but Cookiebot.serial.`)
  const isOn = (name: string) => values[name] !== undefined && values[name] !== 'false'
  const { culture, 'layer-name': dataLayer, 'consentmode-dataredaction': redaction } = values
  const mirror = isOn('mirror')
  const hasConsentMode = values.consentmode !== 'disabled'

  const base: Options = {
    ...(culture && { locale: culture.toLowerCase() }),
    ...(isOn('widget-enabled') && { banner: { settingsButton: true } }),
    categories: {
      necessary: { required: true, cookies: mirror ? [mirrorCookie] : [] },
      preferences: {},
      statistics: {},
      marketing: {},
    } as never,
    plugins: [
      adoptStored(),
      values.blockingmode === 'auto' &&
        autoBlock({
          requests: false,
          rules: blockingRules(createConfiguration(say), loader.src, (url) =>
            say(
              `${url.host} has no category: what comes from there waits for marketing. Name it in #CookiebotConfiguration, or by data-cookieconsent.`,
            ),
          ),
        }),
      cookiebot({
        cbid: values.cbid,
        scriptId: loader.id || undefined,
        src: loader.src,
        userCountry: values['user-country'],
        dataLayer,
        mirror,
        placeholders: isOn('placeholders'),
        nonce: loader.nonce,
        declare: createDeclare(loader),
      }),
      hasConsentMode &&
        googleConsentMode({
          dataLayer,
          categoryEvent: '',
          ...(redaction && { adsDataRedaction: redaction === 'dynamic' ? 'dynamic' : redaction === 'true' }),
        }),
    ],
  }
  startFromTag({
    createView: (load) => createView({ load: load as LoadPart }),
    hashes: __HASHES__,
    tag: loader,
    base,
  })
}

const loader = findLoader()
if (currentPage()?.consent) say('there is a consent tool on this page already. Keep one loader.')
else if (!loader) say('its own tag was not found. Load it by a script tag.')
else start(loader)
