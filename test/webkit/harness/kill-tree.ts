import { readFileSync } from 'node:fs'
import process from 'node:process'

function readChildren(pid: number): readonly number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return list.split(' ').filter(Boolean).map(Number)
  } catch {
    // Gone already, or a system without /proc: the runner ends the whole process group.
    return []
  }
}

/** Ends a process and all it has started. A browser that hangs does not hear anything milder. */
export function killTree(pid: number): void {
  const children = readChildren(pid)
  try {
    process.kill(pid, 'SIGKILL')
  } catch {}
  children.forEach(killTree)
}
