/** Prints which room of `src` imports from which, and the cycles between modules: `npm run graph`. */
import { readImports } from '../test/package/imports.mjs'

const { sources, imports } = await readImports()
const roomOf = (file) => file.replace(/\/.*/, '')
const local = imports.filter((one) => one.local && sources.has(one.to))

const rooms = [...new Set([...sources].map(roomOf))].sort()
for (const room of rooms) {
  const from = local.filter((one) => roomOf(one.from) === room && roomOf(one.to) !== room)
  const counts = rooms.flatMap((to) => {
    const all = from.filter((one) => roomOf(one.to) === to)
    const types = all.filter(({ type }) => type).length
    return all.length ? `${to} ${all.length}${types ? ` (${types} types)` : ''}` : []
  })
  console.log(`${room} → ${counts.join(', ') || 'nothing'}`)
}

/** Modules that reach themselves, in groups; lazy imports run when everything has been evaluated. */
function findCycles() {
  const edges = new Map([...sources].map((file) => [file, []]))
  for (const { from, to, lazy } of local) if (!lazy) edges.get(from).push(to)
  const reach = (file, seen = new Set()) => {
    for (const to of edges.get(file)) {
      if (seen.has(to)) continue
      seen.add(to)
      reach(to, seen)
    }
    return seen
  }
  const reached = new Map([...sources].map((file) => [file, reach(file)]))
  const isCyclic = (file) => reached.get(file).has(file)
  const groups = []
  for (const file of sources) {
    if (!isCyclic(file) || groups.some((group) => group.includes(file))) continue
    groups.push([...reached.get(file)].filter((to) => reached.get(to).has(file)))
  }
  return groups
}

const cycles = findCycles()
console.log(`\n${sources.size} modules, ${local.length} imports, ${cycles.length} cycles, types included`)
for (const group of cycles) console.log(`  ${group.join(', ')}`)
