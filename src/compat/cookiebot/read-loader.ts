/** What the vendor's loader tag asks for. */
export interface Loader {
  /** By attribute name without `data-`, or the same as a parameter of the address. */
  readonly values: { readonly [name: string]: string | undefined }
  /** Attributes and parameters that mean nothing here. */
  readonly idle: readonly string[]
}

/** What works here; the rest is named once. The last row is ours. */
const known = new Set([
  ...['cbid', 'culture', 'blockingmode', 'user-country', 'layer-name', 'widget-enabled'],
  ...['consentmode', 'consentmode-dataredaction'],
  ...['mirror', 'placeholders', 'config', 'policy-url', 'policy-version', 'layout', 'position', 'theme'],
  ...[
    'cookie-name',
    'cookie-domain',
    'cookie-days',
    'locale',
    'categories',
    'actions',
    'nonce',
    'parts',
    'region',
  ],
])

/**
 * Reads the attributes of the loader tag and the parameters of its address, by which Google Tag Manager loads it.
 * The attribute wins.
 */
export function readLoader(tag: HTMLScriptElement): Loader {
  const parameters = [...new URL(tag.src || location.href, location.href).searchParams]
  const attributes = [...tag.attributes].flatMap(({ name, value }) =>
    name.startsWith('data-') ? [[name.slice(5), value] as const] : [],
  )
  const values = Object.fromEntries([...(tag.src ? parameters : []), ...attributes])
  return { values, idle: Object.keys(values).filter((name) => !known.has(name)) }
}
