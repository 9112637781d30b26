/** A declared name as visitors see it in their browser, with `*` for what varies: `/^_ga_/` → `_ga_*`. */
export function cookieName(name: string | RegExp): string {
  if (typeof name === 'string') return name
  const { source } = name
  const text = source
    .replace(/^\^|\$$/g, '')
    .replace(/(\.(?=[*+?{])|\\[dws]|\[[^\]]*\])([*+?]|\{.*?\})?/gi, '*')
    .replace(/\\(\W)/g, '$1')
  return `${source.startsWith('^') ? '' : '*'}${text}${source.endsWith('$') ? '' : '*'}`.replace(/\*+/g, '*')
}
