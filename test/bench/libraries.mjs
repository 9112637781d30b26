const vanillaOptions = {
  // The bench is a robot, and wants to see what visitors see.
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, statistics: {} },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'Cookies',
          description: 'We would like to use cookies for statistics.',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Preferences',
        },
        preferencesModal: {
          title: 'Preferences',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save',
          sections: [{ title: 'Statistics', linkedCategory: 'statistics' }],
        },
      },
    },
  },
}

/** What is compared; `banner` and `accept` are selectors that look into open shadow roots. */
export const libraries = {
  askfirst: {
    head: '<script src="/askfirst/askfirst.js" data-categories="necessary! statistics"></script>',
    banner: '#askfirst [part~="banner"]',
    accept: '#askfirst [data-consent-action="accept-all"]',
  },
  vanilla: {
    head: `<link rel="stylesheet" href="/vanilla/cookieconsent.css">
<script src="/vanilla/cookieconsent.umd.js"></script>
<script>CookieConsent.run(${JSON.stringify(vanillaOptions)})</script>`,
    banner: '#cc-main .cm',
    accept: '#cc-main .cm__btn[data-role="all"]',
  },
}

/** Both understand this markup. */
export const heldTag = (attributes = '', code = '') =>
  `<script type="text/plain" data-category="statistics" ${attributes}>${code}</script>\n`
