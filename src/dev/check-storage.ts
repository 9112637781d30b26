import { definePlugin, type Plugin } from '../api/plugin.js'
import { warn } from '../browser/warn.js'
import { namesOf } from '../model/names.js'
import type { Settings } from '../model/settings.js'
import { compareStorage } from './compare-storage.js'
import { listStorage } from './list-storage.js'

/** Milliseconds between two looks: tags set cookies some seconds after they have loaded. */
const PAUSE = 2000

/**
 * Development builds only: once everything is granted, compares the storage of the browser with what is
 * declared, again and again, and warns of each difference once. Before that a cookie may be missing for good
 * reason.
 */
export function checkStorage(): Plugin {
  return definePlugin({
    name: 'check-storage',
    setup({ consent, options }) {
      const told = new Set<string>()
      let timer: ReturnType<typeof setTimeout> | undefined

      async function look(): Promise<void> {
        await tellNew(options, told)
        if (timer) timer = setTimeout(look, PAUSE)
      }
      function stop(): void {
        clearTimeout(timer)
        timer = undefined
      }
      function follow(): void {
        const isComplete = namesOf(options).every((name) => consent.isGranted(name as never))
        if (isComplete) timer ??= setTimeout(look, PAUSE)
        else stop()
      }
      const undo = [consent.on('ready', follow), consent.on('change', follow), stop]
      return () => {
        for (const end of undo) end()
      }
    },
  })
}

async function tellNew(options: Settings, told: Set<string>): Promise<void> {
  const lines = compareStorage(options, await listStorage()).filter((line) => !told.has(line))
  for (const line of lines) told.add(line)
  if (lines[0]) {
    warn(
      `stored and declared items differ. Declare each under \`cookies\` of the category whose code sets it, and tag that code:\n  ${lines.join('\n  ')}`,
    )
  }
}
