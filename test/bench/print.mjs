import { isCannot } from './cannot.mjs'
import { ratios, summarise } from './statistics.mjs'

function write(value) {
  const digits = Math.abs(value) < 20 ? 1 : 0
  return value.toFixed(digits)
}

function range(values, format = write) {
  const { median, min, max } = summarise(values)
  return `${format(median)} (${format(min)}–${format(max)})`
}

const cell = (values) => {
  const reason = values.find(isCannot)?.reason
  if (reason) return `**${reason}**`
  return values.length ? range(values) : '–'
}

function compare(values, others) {
  if ([...values, ...others].some(isCannot)) return '–'
  const found = ratios(values, others)
  return found ? range(found, (ratio) => ratio.toFixed(2)) : '–'
}

export function printTable({ title, note }, rows, libraries) {
  const names = libraries.map(({ name }) => name)
  const [ours, ...others] = names
  const columns = ['', ...names, ...others.map((name) => `${ours} ÷ ${name.split(' ')[0]}`)]
  console.log(`\n## ${title}\n\n| ${columns.join(' | ')} |\n|---|${'---:|'.repeat(columns.length - 1)}`)
  for (const { row, values } of rows) {
    const cells = names.map((name) => cell(values[name] ?? []))
    const shares = others.map((name) => compare(values[ours] ?? [], values[name] ?? []))
    console.log(`| ${[row, ...cells, ...shares].join(' | ')} |`)
  }
  if (note) console.log(`\n${note}`)
}
