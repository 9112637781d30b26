/** Markup that is already safe. */
export interface Markup {
  readonly html: string
}

type Part = string | number | Markup | undefined | false | null | readonly Part[]

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function write(part: Part): string {
  if (part === undefined || part === false || part === null) return ''
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  if ('html' in part) return part.html
  return part.map(write).join('')
}

/** Everything that is put into the template is escaped, unless it came out of one. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.map((text, at) => text + write(parts[at])).join('') }
}

/** Text that this program wrote: styles and scripts. */
export const trusted = (html: string): Markup => ({ html })
