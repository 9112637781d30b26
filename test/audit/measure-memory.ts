import { spawnSync } from 'node:child_process'

/** Samples the resident memory of a process and all that it started. @returns stops, and answers the peak in MB */
export function measureMemory(root: number | undefined): () => number {
  let peak = 0
  const sample = () => {
    const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    const rows = (stdout ?? '')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
    const family = new Set([root])
    // Children have higher numbers than their parents, nearly always: two rounds see the rest.
    for (let round = 0; round < 2; round++)
      for (const [pid, parent] of rows) if (parent !== undefined && family.has(parent)) family.add(pid)
    const kilobytes = rows.reduce((sum, [pid, , rss = 0]) => sum + (family.has(pid) ? rss : 0), 0)
    peak = Math.max(peak, Math.round(kilobytes / 1024))
  }
  const timer = setInterval(sample, 1000)
  return () => {
    clearInterval(timer)
    return peak
  }
}
