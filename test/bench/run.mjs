import { cpus } from 'node:os'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { launchOptions, obtainBrowser } from '../browser/browsers.mjs'
import { interleave } from './interleave.mjs'
import { pageAlone, readLibraries } from './libraries/index.mjs'
import { measures } from './measures/index.mjs'
import { pageFiles } from './page.mjs'
import { printTable } from './print.mjs'
import { startServer } from './server.mjs'
import { createVisits } from './visit.mjs'

const { values: options } = parseArgs({
  options: {
    /** Names of measures, comma-separated. */
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
})
const rounds = Number(options.rounds)
const wanted = options.only?.split(',') ?? [...measures.keys()]
const unknown = wanted.find((name) => !measures.has(name))
if (unknown || !(rounds >= 1)) {
  console.error(`Usage: npm run bench -- [--rounds 5] [--only ${[...measures.keys()].join(',')}]`)
  process.exit(2)
}

process.env.ASKFIRST_CHROMIUM = obtainBrowser('chromium')
const libraries = await readLibraries()
const server = await startServer(Object.assign({}, pageFiles, ...libraries.map(({ files }) => files)))
const browser = await chromium.launch(launchOptions('chromium'))
const visits = new Map([...libraries, pageAlone].map((it) => [it, createVisits(browser, server, it)]))

async function attempt(library, run) {
  const visit = visits.get(library)
  try {
    return await run(visit)
  } catch (cause) {
    throw new Error(`${library.name} could not be measured.`, { cause })
  } finally {
    await visit.close()
  }
}

try {
  const started = Date.now()
  const processor = cpus()
  console.log(`Chromium ${browser.version()}, Node ${process.version}, ${processor.length} × ${processor[0].model}
N = ${rounds} interleaved rounds; median (min–max). Differences inside the ranges are noise.`)
  for (const name of wanted) {
    const measure = measures.get(name)
    const rows = []
    for (const run of measure.runs) {
      rows.push(...(await interleave(run, libraries, { rounds, attempt, base: pageAlone })))
    }
    printTable(measure, rows, libraries)
  }
  console.log(`\n${Math.round((Date.now() - started) / 1000)} s`)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await browser.close()
  await server.close()
}
