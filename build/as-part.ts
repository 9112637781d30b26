/** The last line of a chunk that Rollup writes: `export { a as default, b };` */
const EXPORTS = /export \{([^}]*)\};\s*$/

/**
 * Makes a chunk a file that is a module and a classic script alike: what it exports it puts under its name and
 * version where `src/cdn/parts` looks.
 */
export function asPart(version: string) {
  return {
    name: 'as-part',
    renderChunk(code: string, { name }: { name: string }) {
      const [statement, list] = EXPORTS.exec(code) ?? []
      if (!statement || !list) throw new Error(`as-part: ${name} exports nothing.`)
      const members = list.split(',').map((one) => {
        const [local = '', exported = local] = one.trim().split(' as ')
        return `${exported}: ${local}`
      })
      const key = JSON.stringify(`${name} ${version}`)
      const body = code.slice(0, code.length - statement.length)
      const parts = "(document[Symbol.for('askfirst.parts')] ??= {})"
      return { code: `(() => {\n${body}\n${parts}[${key}] = { ${members.join(', ')} }\n})()`, map: null }
    },
  }
}
