import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import pg from 'pg'
import { createCluster } from './cluster.mjs'

/** Both databases behind one face: where the service finds an empty one, and plain SQL on the side. */
export const databases = {
  sqlite() {
    const folder = mkdtempSync(join(tmpdir(), 'consent-log-'))
    let count = 0
    return {
      create() {
        const file = join(folder, `${++count}.db`)
        return {
          environment: { DATABASE_FILE: file },
          settings: { databaseFile: file },
          async sql(text) {
            const database = new sqlite.Database(file)
            try {
              return database.all(text)
            } finally {
              database.close()
            }
          },
        }
      },
      remove: () => rmSync(folder, { recursive: true, force: true }),
    }
  },
  postgres() {
    const cluster = createCluster()
    let count = 0
    const query = async (url, text) => {
      const client = new pg.Client(url)
      await client.connect()
      try {
        return (await client.query(text)).rows
      } finally {
        await client.end()
      }
    }
    return {
      cluster,
      async create() {
        const name = `log${++count}`
        await query(cluster.url(), `CREATE DATABASE ${name}`)
        const url = cluster.url(name)
        return {
          environment: { DATABASE_URL: url },
          settings: { databaseUrl: url },
          sql: (text) => query(url, text),
          as: (user, text) => query(cluster.url(name, user), text),
        }
      },
      remove: () => cluster.remove(),
    }
  },
}
