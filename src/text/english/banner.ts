/**
 * The built-in English a first visit needs.
 *
 * "We use cookies" and the button labels are phrases that privacy tools such as
 * Autoconsent recognise: a visitor's own software can answer for them.
 * `{purposes}` becomes the labels of the categories that can be refused, `{changes}` what a site says
 * has changed since the policy version the visitor answered under.
 */
export const bannerTexts = {
  title: 'Your privacy',
  text: 'We use cookies to make this site work. Others wait for your permission: {purposes}. You can change your mind at any time.',
  changed: 'What has changed: {changes}',
  policyLink: 'Cookie policy',
  imprintLink: 'Legal notice',
  acceptAll: 'Accept all',
  rejectAll: 'Reject all',
  openPreferences: 'Preferences',
  saved: 'Preferences saved',
  necessary: 'Necessary',
  preferences: 'Preferences',
  statistics: 'Statistics',
  marketing: 'Marketing',
}
