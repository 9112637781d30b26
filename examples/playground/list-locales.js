/** Every language the build has a file for, in its own name: `[{ tag: 'fr', name: 'français' }, …]`. */
export async function listLocales() {
  const manifest = await (await fetch('/askfirst@0.1.0/dist/cdn/manifest.json')).json()
  return Object.keys(manifest)
    .flatMap((file) => /^locales\/(.+)\.js$/.exec(file)?.[1] ?? [])
    .map((tag) => ({ tag, name: new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag }))
}
