import { build } from 'esbuild'
import { byCategory, question } from '../question.mjs'
import { readText } from '../read-file.mjs'

const options = {
  categories: byCategory(({ name, label, text, services }) => ({
    ...(name === 'necessary' && { required: true }),
    label,
    description: text,
    services: Object.fromEntries(
      services.map(({ name, label, cookies }) => [
        name,
        { label, cookies: cookies.map((cookie) => ({ name: cookie })) },
      ]),
    ),
  })),
  texts: { title: question.title, text: question.text },
}

const shared = {
  accept: '[data-surface="banner"] [data-consent-action="accept-all"]',
  host: '#askfirst',
  /** The button is seen before, and accepts nothing: a press that comes too early was meant for something else. */
  ready: '[data-ready]',
  holdInline: (code) => `<script type="text/plain" data-category="statistics">${code}</script>`,
  holdFile: (src) => `<script type="text/plain" data-category="statistics" src="${src}"></script>`,
}

/** One pasted tag, with its options in a JSON block. */
export async function readAskfirst() {
  const folder = 'dist/cdn/'
  const names = Object.keys(JSON.parse(await readText(`${folder}manifest.json`)))
  const texts = await Promise.all(names.map((name) => readText(folder + name)))
  return {
    ...shared,
    name: 'askfirst',
    head: `<script type="application/json" id="consent">${JSON.stringify(options)}</script><script src="/askfirst/askfirst.js" data-config="#consent"></script>`,
    files: Object.fromEntries(names.map((name, index) => [`/askfirst/${name}`, texts[index]])),
  }
}

/** Bundled by esbuild with its view, as a site that imports both would. */
export async function readAskfirstFromNpm() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createConsent } from 'askfirst'
        import view from 'askfirst/view'
        createConsent({ ...${JSON.stringify(options)}, view }).start()`,
      resolveDir: new URL('../../..', import.meta.url).pathname,
    },
    tsconfigRaw: '{}',
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'module'],
    write: false,
    outdir: '/out',
    entryNames: 'entry',
  })
  return {
    ...shared,
    name: 'askfirst npm',
    head: '<script type="module" src="/npm/entry.js"></script>',
    files: Object.fromEntries(outputFiles.map(({ path, text }) => [path.replace('/out/', '/npm/'), text])),
  }
}
