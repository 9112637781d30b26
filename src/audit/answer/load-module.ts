import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { createFailure, firstLine } from '../failure.js'

/**
 * How to answer a banner of one's own: the default export of the module that `--consent` names.
 * @example
 * export default {
 *   reject: (page) => page.getByRole('button', { name: 'No, thanks' }).click(),
 *   accept: (page) => page.getByRole('button', { name: 'Fine' }).click(),
 *   async withdraw(page) {
 *     await page.getByRole('link', { name: 'Privacy' }).click()
 *     await page.getByRole('button', { name: 'No, thanks' }).click()
 *   },
 * }
 */
export interface ConsentModule {
  readonly accept?: (page: Page) => unknown
  readonly reject?: (page: Page) => unknown
  readonly withdraw?: (page: Page) => unknown
}

/** Imports a module that the user names. @throws a failure that names the option */
export async function importModule(path: string, option: string): Promise<unknown> {
  try {
    const module = await import(pathToFileURL(resolve(path)).href)
    return module.default ?? module
  } catch (cause) {
    throw createFailure(
      `\`${option}\` names ${path}, which cannot be loaded: ${firstLine(cause)}.`,
      'Correct the path or the module.',
    )
  }
}

export async function loadConsentModule(path: string): Promise<ConsentModule> {
  const module = (await importModule(path, '--consent')) as ConsentModule | undefined
  const names = ['accept', 'reject', 'withdraw'] as const
  if (!names.some((name) => typeof module?.[name] === 'function'))
    throw createFailure(
      `\`--consent\` names ${path}, which exports no function.`,
      'Export `{ accept, reject, withdraw }` by default.',
    )
  return module ?? {}
}
