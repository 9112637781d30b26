/** Chinese is written in two scripts: countries that write the traditional one. */
const TRADITIONAL = /^zh-(tw|hk|mo|hant)/i

/** The text that serves a language: the exact tag, a shorter one (`fr-BE` → `fr`), else English. @returns tag and text */
export function pickText(
  texts: { readonly [tag: string]: string },
  language: string,
): [tag: string, text: string] {
  const [base = ''] = language.split('-')
  const wanted = [
    language,
    ...(base === 'zh' ? [TRADITIONAL.test(language) ? 'zh-Hant' : 'zh-Hans'] : []),
    /^n[on]$/.test(base) ? 'nb' : base,
    'en',
  ]
  const tag = wanted.find((one) => texts[one]) ?? 'en'
  return [tag, texts[tag] ?? '']
}
