const NAME = /^[a-z_$][\w$]*$/i
const WIDTH = 72

/** A value as a person would write it in TypeScript: short objects on one line, names without quotes. */
export function writeValue(value, indent = '') {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`
  if (typeof value !== 'object' || value === null) return String(value)
  const isList = Array.isArray(value)
  const inner = `${indent}  `
  const parts = Object.entries(value).map(([key, item]) =>
    isList ? writeValue(item, inner) : `${NAME.test(key) ? key : `'${key}'`}: ${writeValue(item, inner)}`,
  )
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (!parts.length) return open + close
  const pad = isList ? '' : ' '
  const line = `${open}${pad}${parts.join(', ')}${pad}${close}`
  if (line.length < WIDTH && !line.includes('\n')) return line
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`
}

export function writeNpm({ options }) {
  const { locale, ...rest } = options
  const languages = locale
    ? `  locale: '${locale}',\n  locales: { ${NAME.test(locale) ? locale : `'${locale}'`}: () => import('askfirst/locales/${locale}') },\n`
    : ''
  const lines = Object.entries(rest).map(([name, value]) => `  ${name}: ${writeValue(value, '  ')},\n`)
  return `import { createConsent } from 'askfirst'

export const consent = createConsent({
${lines.join('')}${languages}  view: () => import('askfirst/view'),
})

consent.start()
`
}

const escapeAttribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** What has an attribute of its own goes there, the rest into a JSON block. */
export function writeCdn({ options, list }) {
  const { policy = {}, locale, banner = {}, texts } = options
  const { layout, position, theme, ...looks } = banner
  const attributes = Object.entries({
    'data-categories': list,
    'data-policy-url': policy.url,
    'data-policy-version': policy.version,
    'data-locale': locale,
    'data-layout': layout,
    'data-position': position,
    'data-theme': theme,
  }).flatMap(([name, value]) => (value ? [`${name}="${escapeAttribute(value)}"`] : []))
  const rest = { ...(texts && { texts }), ...(Object.keys(looks)[0] && { banner: looks }) }
  const needsBlock = Object.keys(rest).length > 0
  if (needsBlock) attributes.push('data-config="#askfirst-options"')
  // `</script>` in a text would end the block.
  const json = JSON.stringify(rest, null, 2).replaceAll('<', '\\u003c')
  const block = needsBlock
    ? `<script type="application/json" id="askfirst-options">\n${json}\n</script>\n`
    : ''
  return `${block}<script src="https://cdn.example/askfirst@0.1.0/dist/cdn/askfirst.js"
        ${attributes.join('\n        ')}></script>
`
}

export function writeCss({ properties }) {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};\n`)
  return lines.length ? `:root {\n${lines.join('')}}\n` : '/* nothing to add */\n'
}
