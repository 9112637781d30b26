import { parseArgs } from 'node:util'
import { createFailure, firstLine } from '../failure.js'
import { rules } from '../rules/judge.js'
import type { AuditOptions, ReportFormat, Viewport } from './options.js'

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const formats = ['json', 'html', 'sarif', 'junit', 'csv', 'draft'] as const satisfies readonly ReportFormat[]

const settings = {
  pages: text,
  browser: text,
  viewport: { type: 'string', multiple: true },
  budget: text,
  quiet: text,
  config: text,
  consent: text,
  auth: text,
  locale: text,
  resolve: text,
  baseline: text,
  'fail-on': text,
  json: text,
  html: text,
  sarif: text,
  junit: text,
  csv: text,
  draft: text,
  'ignore-certificate': flag,
  'ignore-robots': flag,
  headed: flag,
  silent: flag,
  help: flag,
  version: flag,
} as const

export type Asked = { readonly help: true } | { readonly version: true } | { readonly audit: AuditOptions }

function readNumber(
  value: string | undefined,
  option: string,
  { least, otherwise }: { least: number; otherwise: number },
): number {
  if (value === undefined) return otherwise
  const number = Number(value)
  if (Number.isFinite(number) && number >= least) return number
  throw createFailure(`\`--${option}\` is "${value}".`, `Give a number from ${least} on.`)
}

function readViewport(value: string): Viewport {
  const [, width, height] = /^(\d{2,5})[x×](\d{2,5})$/i.exec(value) ?? []
  if (width && height) return { width: Number(width), height: Number(height) }
  throw createFailure(
    `\`--viewport\` is "${value}".`,
    'Give width and height in CSS pixels: `--viewport 390x844`.',
  )
}

function readUrl(value: string | undefined): string {
  if (!value)
    throw createFailure('There is no address.', 'Name the site: `npx askfirst audit https://example.com`.')
  const isBare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(value)
  try {
    const url = new URL(isBare ? `https://${value}` : value)
    if (/^https?:$/.test(url.protocol)) return url.href
  } catch {
    // Said below.
  }
  throw createFailure(
    `"${value}" is no address of a website.`,
    'Write it with its scheme: `https://example.com`.',
  )
}

function readFailOn(value: string | undefined): string[] | undefined {
  if (value === undefined) return
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const unknown = names.find((name) => name !== 'none' && !(name in rules))
  if (unknown)
    throw createFailure(
      `\`--fail-on\` names "${unknown}".`,
      `Known rules: ${Object.keys(rules).join(', ')}; or none.`,
    )
  return names
}

function readAuth(value: string | undefined): AuditOptions['auth'] {
  if (value === undefined) return
  const at = value.indexOf(':')
  if (at < 1) throw createFailure('`--auth` has no colon.', 'Write `--auth name:password`.')
  return { username: value.slice(0, at), password: value.slice(at + 1) }
}

/**
 * Reads the words after `askfirst`.
 * @throws a failure that names the option and the values that can be
 */
export function readArguments(words: readonly string[]): Asked {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(words)
  } catch (cause) {
    throw createFailure(
      `${firstLine(cause).replace(/\.? To specify.*$/, '')}.`,
      'See `npx askfirst audit --help`.',
    )
  }
  const { values, positionals } = parsed
  if (values.version) return { version: true }
  const [command, url, ...more] = positionals
  if (values.help || command === undefined || command === 'help') return { help: true }
  if (command !== 'audit')
    throw createFailure(`"${command}" is no command.`, 'There is one: `npx askfirst audit <url>`.')
  if (more[0])
    throw createFailure(`"${more[0]}" is one word too many.`, 'Name one site; `--pages` visits more of it.')
  const browser = values.browser ?? 'chromium'
  if (browser !== 'chromium' && browser !== 'firefox')
    throw createFailure(
      `\`--browser\` is "${browser}".`,
      'It can be `chromium` (Chrome and Edge too) or `firefox`.',
    )
  const viewports = values.viewport?.map(readViewport) ?? []
  return {
    audit: {
      url: readUrl(url),
      browser,
      pages: Math.floor(readNumber(values.pages, 'pages', { least: 1, otherwise: 10 })),
      budget: readNumber(values.budget, 'budget', { least: 1, otherwise: 300 }),
      quiet: readNumber(values.quiet, 'quiet', { least: 100, otherwise: 800 }),
      viewports: viewports.length > 0 ? viewports : [{ width: 1280, height: 800 }],
      config: values.config,
      consent: values.consent,
      auth: readAuth(values.auth),
      locale: values.locale,
      resolve: values.resolve,
      ignoreCertificate: values['ignore-certificate'],
      ignoreRobots: values['ignore-robots'],
      headed: values.headed,
      isSilent: values.silent,
      reports: Object.fromEntries(formats.map((format) => [format, values[format]])),
      baseline: values.baseline,
      failOn: readFailOn(values['fail-on']),
    },
  }
}

function parse(words: readonly string[]) {
  return parseArgs({ args: [...words], options: settings, allowPositionals: true })
}
