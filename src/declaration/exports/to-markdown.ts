import { safeUrl } from '../../model/safe-url.js'
import { createDeclaration, type Shown } from '../declaration.js'
import type { DeclaredOptions, Language } from '../options.js'
import type { Cell, Table } from '../table.js'
import { declaredOptions, wordingOf } from '../wording.js'

/**
 * Writes the declaration as Markdown tables (GitHub's kind), for a repository or a content system.
 *
 * @example
 * await writeFile('COOKIES.md', toMarkdown(options, { groupBy: 'service' }))
 */
export function toMarkdown(options: DeclaredOptions, shown: Language & Omit<Shown, 'record'> = {}): string {
  const wording = wordingOf(options, shown)
  const { version, tables } = createDeclaration(declaredOptions(options, wording), wording, shown)
  return [...(version ? [escapeText(version.text)] : []), ...tables.map(writeTable)].join('\n\n').concat('\n')
}

function writeTable({ caption, columns, rows, empty }: Table): string {
  const title = `**${escapeText(caption)}**`
  if (!rows.length) return `${title}\n\n${escapeText(empty)}`
  const lines = [columns.map(escapeText), columns.map(() => '---'), ...rows.map((row) => row.map(writeCell))]
  return `${title}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`
}

function writeCell({ text, code, link }: Cell): string {
  const href = link && !link.href.startsWith('#') && safeUrl(link.href)
  return [
    text && escapeText(text),
    code && writeCode(code),
    link &&
      (href
        ? `[${escapeText(link.text)}](<${href.replace(/[<>|\\\s]/g, encodeURIComponent)}>)`
        : escapeText(link.text)),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Everything that Markdown, the HTML or GitHub's mathematics in it could take for more than text. */
function escapeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+\-.!|~&:@$]/g, '\\$&')
}

/**
 * A fence one longer than the longest run of backticks inside; pipes would end the cell (GFM section 4.10), after
 * an even number of backslashes: `\|` can only be written with one more of them.
 */
function writeCode(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = longest ? ' ' : ''
  const text = code.replace(/\s+/g, ' ').replace(/((?:\\\\)*)(\\?)\|/g, '$1$2$2\\|')
  return `${fence}${space}${text}${space}${fence}`
}
