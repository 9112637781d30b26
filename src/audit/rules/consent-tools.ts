/**
 * Storage in which consent tools keep the answer, by their published documentation. It exists because of the answer, so it is never
 * held against a site; that it lasts and what it holds is in the report.
 */
export const answerKeepers: { readonly [tool: string]: readonly string[] } = {
  askfirst: ['askfirst', '__Host-askfirst'],
  'vanilla-cookieconsent': ['cc_cookie'],
  Klaro: ['klaro'],
  Orejime: ['eu-consent', 'orejime', 'orejime-consent'],
  tarteaucitron: ['tarteaucitron'],
  Cookiebot: ['CookieConsent', 'CookieConsentBulkTicket', 'CookieConsentBulkSetting-*'],
  OneTrust: ['OptanonConsent', 'OptanonAlertBoxClosed', 'eupubconsent-v2'],
  Didomi: ['didomi_token', 'euconsent-v2'],
  Usercentrics: ['uc_settings', 'uc_user_interaction', 'uc_tcf', 'ucString', 'ucData', 'uc_ui_version'],
  Axeptio: ['axeptio_*'],
  CookieYes: ['cookieyes-consent', 'cookielawinfo-*', 'viewed_cookie_policy', 'CookieLawInfoConsent'],
  Complianz: ['cmplz_*'],
  Borlabs: ['borlabs-cookie'],
  Osano: ['cookieconsent_status', 'osano_consentmanager', 'osano_consentmanager_uuid'],
  iubenda: ['_iub_cs-*'],
  Termly: ['TERMLY_API_CACHE'],
  Quantcast: ['addtl_consent', '_cmpRepromptHash'],
  TrustArc: [
    'notice_behavior',
    'notice_preferences',
    'notice_gdpr_prefs',
    'cmapi_cookie_privacy',
    'cmapi_gtm_bl',
  ],
  CookieFirst: ['cookiefirst-consent', 'cookiefirst-id'],
  Civic: ['CookieControl'],
  Sourcepoint: ['_sp_user_consent_*', '_sp_non_keyed_local_state', '_sp_local_state', 'consentUUID'],
  'GOV.UK': ['cookies_policy', 'cookies_preferences_set', 'cookie_preferences'],
}
