import { matches } from '../model/pattern.js'

/**
 * Cookies and storage of widespread tools, by what their makers say they are for. Nobody can call them strictly
 * necessary: a site that files them so would set them without consent (EDPB cookie banner taskforce, section G).
 */
const known: { readonly [purpose: string]: readonly string[] } = {
  statistics: [
    '_ga _ga_* _gid _gat _gat_* __utm* _dc_gtm_*', // Google Analytics
    '_pk_id* _pk_ses* _pk_ref* matomo_* mtm_cookie_consent', // Matomo
    '_hj*', // Hotjar
    '_clck _clsk CLID', // Microsoft Clarity
    'mp_*_mixpanel amplitude_id_* AMP_* ajs_anonymous_id ajs_user_id', // Mixpanel, Amplitude, Segment
    '_ym_* yandexuid', // Yandex Metrica
    'ph_*_posthog optimizelyEndUserId _vwo_uuid* AMCV_* s_vi', // PostHog, Optimizely, VWO, Adobe
  ],
  marketing: [
    '_fbp _fbc', // Meta
    '_gcl_* __gads __gpi IDE NID', // Google Ads
    '_uetsid _uetvid MUID', // Microsoft Advertising
    '_ttp _tt_enable_cookie _pin_unauth _pinterest_* _scid _rdt_uuid _twclid muc_ads', // TikTok, Pinterest, Snap, Reddit, X
    'li_fat_id li_sugr bcookie UserMatchHistory AnalyticsSyncHistory', // LinkedIn
    '__hstc hubspotutk _mkto_trk cto_bundle cto_bidid _kla_id', // HubSpot, Marketo, Criteo, Klaviyo
    'VISITOR_INFO1_LIVE YSC', // YouTube
  ],
}

/** What its maker says a name is for, if it is one of those. */
export function knownPurpose(name: string): string | undefined {
  return Object.keys(known).find((purpose) =>
    known[purpose]?.some((line) => line.split(' ').some((pattern) => matches(pattern, name))),
  )
}
