import type { Consent } from '../../api/consent.js'
import type { PluginContext } from '../../api/plugin.js'
import { readCookies } from '../../browser/cookies.js'
import { asked, grantedOf } from './answers.js'
import { callBack } from './events.js'
import { getScript } from './get-script.js'
import { removeMirror } from './mirror.js'
import type { CookiebotOptions } from './options.js'

const GDPR =
  /^(AT|BE|BG|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK)\b/i

/** State of the object that the consent object does not have. */
export interface ObjectState {
  /** Between `withdraw` or `renew` and the answer that follows. */
  hasResponse: boolean | undefined
  changed: boolean
  dialogVisible: boolean
}

/**
 * The object `Cookiebot` with the members that pages use. Values are read from the consent object each time.
 * Sources: cookiebot.com/en/developer, support.cookiebot.com, uc.js of 2026-05.
 */
export function createObject(context: PluginContext, given: CookiebotOptions, state: ObjectState): object {
  const { consent, options, report } = context
  const { cbid = '', scriptId = 'Cookiebot', src, nonce, userCountry } = given
  const address = src ? new URL(src, location.href) : undefined
  const region = options.region ?? userCountry
  const hasResponse = () => state.hasResponse ?? !!consent.record
  const parameter = (url: URL | undefined, name: string) => url?.searchParams.get(name) ?? undefined
  const nothing = (name: string) => () =>
    report(`Cookiebot.${name} does nothing here: see docs/moving/cookiebot.md`)
  const save = (preferences: unknown, statistics: unknown, marketing: unknown) =>
    void (consent as Consent).save(
      { preferences: !!preferences, statistics: !!statistics, marketing: !!marketing },
      'cookiebot',
    )
  const open = () => void (consent.record ? consent.openPreferences() : consent.openBanner())

  const object = {
    consent: {
      necessary: true,
      get preferences() {
        return consent.isGranted('preferences')
      },
      get statistics() {
        return consent.isGranted('statistics')
      },
      get marketing() {
        return consent.isGranted('marketing')
      },
      get method() {
        return consent.record ? 'explicit' : null
      },
      get stamp() {
        return consent.record?.id ?? '0'
      },
    },
    get consented() {
      return hasResponse() && !!grantedOf(consent)[0]
    },
    get declined() {
      return hasResponse() && !grantedOf(consent)[0]
    },
    get hasResponse() {
      return hasResponse()
    },
    get consentID() {
      return consent.record?.id ?? '0'
    },
    get consentUTC() {
      return consent.record?.decidedAt ?? null
    },
    get changed() {
      return state.changed
    },
    dialog: {
      get visible() {
        return state.dialogVisible
      },
    },
    get doNotTrack() {
      return navigator.doNotTrack === '1' || !navigator.cookieEnabled
    },
    regulations: {
      gdprApplies: !region || GDPR.test(region),
      ccpaApplies: !region || /^us-(06|ca)$/i.test(region),
      lgpdApplies: !region || /^br\b/i.test(region),
    },
    isOutOfRegion: false,
    isOutsideEU: !!region && !GDPR.test(region),
    userCountry: region ?? '',
    get userCulture() {
      return consent.locale
    },
    domain: location.hostname,
    serial: cbid,
    host: address ? `${address.origin}/` : '',
    scriptId,
    responseMode: 'leveloptin',
    cookieEnabled: navigator.cookieEnabled,
    latestVersion: 1,
    pathlist: [],
    onload: null,
    onaccept: null,
    ondecline: null,
    ontagsexecuted: null,

    show: open,
    renew() {
      state.hasResponse = false
      open()
    },
    hide: () => void consent.close(),
    withdraw() {
      state.hasResponse = false
      consent.rejectAll('cookiebot')
      callBack('Decline', () => object, report)
    },
    submitCustomConsent: save,
    submitConsent: () =>
      save(...(asked.map((name) => consent.isGranted(name)) as [boolean, boolean, boolean])),
    getScript: (url: string, isAsync?: boolean, callback?: unknown) =>
      getScript(url, { isAsync, callback, nonce }),
    runScripts: () => consent.scan(),
    applyDisplay: () => consent.scan(),
    deleteConsentCookie: removeMirror,
    loadIframe(id: string, url: string) {
      const frame = document.getElementById(id)
      if (!(frame instanceof HTMLIFrameElement)) return
      // A held frame keeps the address until its category is granted.
      if (frame.dataset.category) frame.dataset.src = url
      else frame.src = url
    },
    getCookie: (name: string) => readCookies().find(([key]) => key === name)?.[1] ?? null,
    getURLParam: (name: string) => parameter(address, name),
    getDomainUrlParam: (name: string) => parameter(new URL(location.href), name),
    isSpider: () => false,
    setCookie: nothing('setCookie'),
    resetCookies: nothing('resetCookies'),
    removeCookies: nothing('removeCookies'),
    setDNTState: nothing('setDNTState'),
    setOutOfRegion: nothing('setOutOfRegion'),
    init: nothing('init'),
  }
  return object
}
