import { byCategory, question } from '../question.mjs'
import { readText, versionOf } from '../read-file.mjs'

const options = {
  // It shows nothing to a browser that says it is driven.
  hideFromBots: false,
  categories: byCategory(({ name, services }) => ({
    ...(name === 'necessary' && { enabled: true, readOnly: true }),
    services: Object.fromEntries(services.map(({ name, label }) => [name, { label }])),
    autoClear: { cookies: services.flatMap(({ cookies }) => cookies.map((name) => ({ name }))) },
  })),
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: question.title,
          description: question.text,
          acceptAllBtn: question.accept,
          acceptNecessaryBtn: question.reject,
          showPreferencesBtn: question.preferences,
        },
        preferencesModal: {
          title: question.preferences,
          acceptAllBtn: question.accept,
          acceptNecessaryBtn: question.reject,
          savePreferencesBtn: question.save,
          sections: question.categories.map(({ name, label, text }) => ({
            title: label,
            description: text,
            linkedCategory: name,
          })),
        },
      },
    },
  },
}

export async function readVanilla() {
  const folder = 'node_modules/vanilla-cookieconsent/dist/'
  return {
    name: `vanilla-cookieconsent ${await versionOf('vanilla-cookieconsent')}`,
    head: '<link rel="stylesheet" href="/vanilla/style.css"><script defer src="/vanilla/script.js"></script>',
    accept: '#cc-main .cm [data-role="all"]',
    holdInline: (code) => `<script type="text/plain" data-category="statistics">${code}</script>`,
    holdFile: (src) => `<script type="text/plain" data-category="statistics" src="${src}"></script>`,
    files: {
      '/vanilla/style.css': await readText(`${folder}cookieconsent.css`),
      '/vanilla/script.js': `${await readText(`${folder}cookieconsent.umd.js`)}\nCookieConsent.run(${JSON.stringify(options)})`,
    },
  }
}
