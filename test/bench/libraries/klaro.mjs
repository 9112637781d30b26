import { question } from '../question.mjs'
import { readText, versionOf } from '../read-file.mjs'

const options = {
  acceptAll: true,
  lang: 'en',
  storageMethod: 'cookie',
  translations: {
    en: {
      privacyPolicyUrl: '/cookies',
      consentNotice: { title: question.title, description: question.text, learnMore: question.preferences },
      ok: question.accept,
      acceptAll: question.accept,
      decline: question.reject,
      save: question.save,
      purposes: Object.fromEntries(
        question.categories.map(({ name, label, text }) => [name, { title: label, description: text }]),
      ),
    },
  },
  services: question.categories.flatMap((category) =>
    category.services.map(({ name, label, cookies }) => ({
      name,
      title: label,
      purposes: [category.name],
      cookies,
    })),
  ),
}

export async function readKlaro() {
  return {
    name: `klaro ${await versionOf('klaro')}`,
    head: `<script>window.klaroConfig = ${JSON.stringify(options)}</script><script defer src="/klaro/script.js"></script>`,
    accept: '.klaro .cm-btn-success',
    holdInline: (code) =>
      `<script type="text/plain" data-type="application/javascript" data-name="analytics">${code}</script>`,
    holdFile: (src) =>
      `<script type="text/plain" data-type="application/javascript" data-name="analytics" data-src="${src}"></script>`,
    files: { '/klaro/script.js': await readText('node_modules/klaro/dist/klaro.js') },
  }
}
