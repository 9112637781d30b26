import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCluster } from './test/cluster.mjs'
import { createReceipt } from './test/receipt.mjs'
import { startService } from './test/service.mjs'

// How many receipts a second one process takes: `npm run load`, `npm run load -- postgres`. Ten seconds, 32 connections,
// sender, service and database on this machine, every receipt on the disk before it is answered.
const seconds = 10
const connections = 32

const isPostgres = process.argv[2] === 'postgres'
const folder = mkdtempSync(join(tmpdir(), 'consent-log-load-'))
const cluster = isPostgres ? createCluster({ durable: true }) : undefined
const database = cluster ? { DATABASE_URL: cluster.url() } : { DATABASE_FILE: join(folder, 'receipts.db') }
const service = await startService({ ...database, RATE_LIMIT: '0' })
const agent = new Agent({ keepAlive: true, maxSockets: connections })

function post() {
  const body = JSON.stringify(createReceipt())
  const headers = { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    request(`${service.url}/receipts`, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
      .once('error', reject)
      .end(body)
  })
}

const times = []
const end = performance.now() + seconds * 1000
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      const start = performance.now()
      const status = await post()
      if (status !== 201) throw new Error(`A receipt was answered with ${status}.`)
      times.push(performance.now() - start)
    }
  }),
)
agent.destroy()
await service.stop()
cluster?.remove()
rmSync(folder, { recursive: true, force: true })

times.sort((a, b) => a - b)
const at = (share) => `${times[Math.floor(times.length * share)].toFixed(1)} ms`
console.log(
  `${isPostgres ? 'PostgreSQL' : 'SQLite'}: ${Math.round(times.length / seconds)} receipts per second, ` +
    `median ${at(0.5)}, 99 % within ${at(0.99)} (${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version})`,
)
