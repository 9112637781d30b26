import { readFile } from 'node:fs/promises'
import { importModule } from '../answer/load-module.js'
import { type LooseOptions, plainOptions, type SiteOptions } from '../answer/site-options.js'
import { createFailure, firstLine } from '../failure.js'

/** Reads the options that `--config` names. @throws a failure that names the option */
export async function loadConfig(path: string): Promise<SiteOptions> {
  let options: unknown
  if (path.endsWith('.json')) {
    try {
      options = JSON.parse(await readFile(path, 'utf8'))
    } catch (cause) {
      throw createFailure(
        `\`--config\` names ${path}, which cannot be read: ${firstLine(cause)}.`,
        'Correct the path or the JSON.',
      )
    }
  } else options = await importModule(path, '--config')
  if (!options || typeof options !== 'object')
    throw createFailure(
      `\`--config\` names ${path}, which holds no options.`,
      'Export the options of `createConsent` by default.',
    )
  // The object that createConsent returns has them too.
  const inner = (options as { options?: unknown }).options ?? options
  return plainOptions(inner as LooseOptions)
}
