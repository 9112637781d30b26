import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'

const PREFIX = '\0plugin-file:'

/** `consent-log` → `consentLog`: the export that makes the plugin. */
const factoryOf = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** Folders of `src/plugins` that hold a plugin. `define-…` makes plugins for bundled code and needs no file. */
export const pluginNames = readdirSync('src/plugins', { withFileTypes: true }).flatMap((it) =>
  it.isDirectory() && !it.name.startsWith('define-') ? [it.name] : [],
)

/**
 * Input of a plugin's CDN file: `src/cdn/plugins/<name>.ts` if there is one, else a module that hands the
 * factory named after the folder, and `readTag` of its `tag.ts`, to `addPluginFromTag` (docs/plugins.md).
 */
export const pluginFile = (name: string) => {
  const own = `src/cdn/plugins/${name}.ts`
  return existsSync(own) ? own : PREFIX + name
}

/** Writes the modules that `pluginFile` names. */
export function pluginFiles() {
  return {
    name: 'plugin-files',
    resolveId: (id: string) => (id.startsWith(PREFIX) ? id : null),
    load(id: string) {
      if (!id.startsWith(PREFIX)) return null
      const name = id.slice(PREFIX.length)
      const folder = resolve('src/plugins', name)
      const hasTag = existsSync(`${folder}/tag.ts`)
      return `
        import { addPluginFromTag } from ${JSON.stringify(resolve('src/cdn/plugin-tag.ts'))}
        import { ${factoryOf(name)} as create } from ${JSON.stringify(`${folder}/index.ts`)}
        ${hasTag ? `import { readTag } from ${JSON.stringify(`${folder}/tag.ts`)}` : 'const readTag = undefined'}
        addPluginFromTag({ name: ${JSON.stringify(name)}, create, readTag })`
    },
  }
}
