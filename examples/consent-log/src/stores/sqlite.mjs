import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sqlite from 'node-sqlite3-wasm'
import { migrate } from '../migrate.mjs'
import { receiptFields } from '../receipt-fields.mjs'
import { isSameReceipt } from '../same-receipt.mjs'
import { enterProcesses } from './living-processes.mjs'

const insert = `INSERT INTO receipts (${receiptFields.join(', ')})
  VALUES (${receiptFields.map(() => '?').join(', ')}) ON CONFLICT (key) DO NOTHING`

const portion = 'DELETE FROM receipts WHERE seq IN (SELECT seq FROM receipts WHERE time < ? LIMIT 1000)'

const toReceipt = (row) => ({ ...row, choices: JSON.parse(row.choices) })
const toValues = (receipt) =>
  receiptFields.map((field) => (field === 'choices' ? JSON.stringify(receipt.choices) : receipt[field]))

/**
 * The file is locked by a folder beside it, for the milliseconds of a transaction. One that stays as it is was
 * left by a process that was killed, unless another process that lives has the file open.
 * @throws Error where that one does not let go
 */
async function removeStaleLock(lock, others) {
  const made = () => statSync(lock, { throwIfNoEntry: false })?.ctimeMs
  const first = made()
  for (let waited = 0; waited < 2_000; waited += 100) {
    if (first === undefined || made() !== first) return
    await wait(100)
  }
  if (others.length > 0)
    throw new Error(
      `DATABASE_FILE: process ${others.join(', ')} holds ${lock}. Stop it; delete that folder if it is no process of this service.`,
    )
  rmdirSync(lock)
}

/** Milliseconds that a write waits for another process, such as a purge. */
const patience = 5_000
const isLocked = (error) => /locked|busy/i.test(error.message)

/** Does something again while another process has the lock. */
async function whenUnlocked(work) {
  for (const end = performance.now() + patience; ; ) {
    try {
      return work()
    } catch (error) {
      if (!isLocked(error) || performance.now() > end) throw error
      await wait(5 + Math.random() * 15)
    }
  }
}

/**
 * Receipts in one file, with nothing to install: SQLite compiled to WebAssembly.
 * For one process; several replicas share a PostgreSQL.
 */
export async function openSqlite(file) {
  mkdirSync(dirname(file), { recursive: true })
  const { others, leave } = enterProcesses(file)
  try {
    await removeStaleLock(`${file}.lock`, others)
  } catch (error) {
    leave()
    throw error
  }
  const database = new sqlite.Database(file)
  // The rollback journal stays and is overwritten: half the syncs of a new one each time.
  await whenUnlocked(() =>
    database.exec('PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON'),
  )

  function transaction(work) {
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  await whenUnlocked(() =>
    database.exec(`CREATE TABLE IF NOT EXISTS schema_versions
    (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) STRICT`),
  )
  await migrate('sqlite', {
    applied: () =>
      whenUnlocked(() => database.all('SELECT version FROM schema_versions').map(({ version }) => version)),
    apply: (sql, version, name) =>
      whenUnlocked(() =>
        transaction(() => {
          database.exec(sql)
          database.run('INSERT INTO schema_versions (version, name) VALUES (?, ?)', [version, name])
        }),
      ),
  })

  const inserting = database.prepare(insert)
  let waiting = []

  function appendOne(receipt) {
    if (inserting.run(toValues(receipt)).changes > 0) return 'new'
    const known = database.get('SELECT * FROM receipts WHERE key = ?', [receipt.key])
    return isSameReceipt(toReceipt(known), receipt) ? 'known' : 'conflict'
  }

  /** What came in one turn of the event loop goes into one transaction: a sync for all of them. */
  async function commit() {
    const batch = waiting
    waiting = []
    try {
      const results = await whenUnlocked(() =>
        transaction(() => batch.map(({ receipt }) => appendOne(receipt))),
      )
      for (const [index, { resolve }] of batch.entries()) resolve(results[index])
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return {
    name: 'sqlite',
    append: (receipt) =>
      new Promise((resolve, reject) => {
        if (waiting.push({ receipt, resolve, reject }) === 1) setImmediate(commit)
      }),
    find: async (id) =>
      (
        await whenUnlocked(() =>
          database.all('SELECT * FROM receipts WHERE id = ? ORDER BY seq LIMIT 1000', [id]),
        )
      ).map(toReceipt),
    page: async ({ after = 0, from = '', to = '9', limit = 1000 }) =>
      (
        await whenUnlocked(() =>
          database.all(
            'SELECT * FROM receipts WHERE seq > ? AND time >= ? AND time < ? ORDER BY seq LIMIT ?',
            [after, from, to, limit],
          ),
        )
      ).map(toReceipt),
    async purge(until) {
      // By portions: the file is never locked for long, and between them the service writes.
      for (let total = 0; ; await wait(20)) {
        const changes = await whenUnlocked(() =>
          transaction(() => {
            database.run('INSERT INTO purging VALUES (?)', [until])
            const { changes } = database.run(portion, [until])
            database.exec('DELETE FROM purging')
            return changes
          }),
        )
        total += changes
        if (changes === 0) return total
      }
    },
    // Pages that a purge has freed are used again.
    size: () =>
      whenUnlocked(() => {
        const read = (name) => database.get(`PRAGMA ${name}`)[name]
        return (read('page_count') - read('freelist_count')) * read('page_size')
      }),
    async ping() {
      await whenUnlocked(() => database.get('SELECT 1 FROM schema_versions'))
    },
    async close() {
      if (waiting.length > 0) await commit()
      inserting.finalize()
      database.close()
      leave()
    },
  }
}
