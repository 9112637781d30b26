import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It runs as another user.
    return error.code === 'EPERM'
  }
}

/**
 * Which processes have a file open, told by files beside it: `receipts.db.<host>.<pid>.open`.
 * @returns `others`: numbers of the processes of this host that live; `leave`: this one has closed the file
 */
export function enterProcesses(file) {
  const folder = dirname(file)
  const prefix = `${basename(file)}.${hostname()}.`
  const nameOf = (pid) => join(folder, `${prefix}${pid}.open`)
  const others = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.open'))
    .map((name) => Number(name.slice(prefix.length, -'.open'.length)))
    .filter((pid) => pid !== process.pid)
    .filter((pid) => {
      const lives = isAlive(pid)
      if (!lives) rmSync(nameOf(pid), { force: true })
      return lives
    })
  writeFileSync(nameOf(process.pid), '')
  return { others, leave: () => rmSync(nameOf(process.pid), { force: true }) }
}
