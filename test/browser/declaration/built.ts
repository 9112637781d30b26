const file = (path: string) => new URL(`../../../dist/production/${path}`, import.meta.url).href

/** The built file, as a server imports it. */
export const { renderDeclaration }: typeof import('askfirst/declaration') = await import(
  file('declaration/index.js')
)

export const { default: fr }: typeof import('askfirst/locales/fr') = await import(file('locales/fr.js'))
