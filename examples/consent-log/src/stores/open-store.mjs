import { fileURLToPath } from 'node:url'
import { openPostgres } from './postgres.mjs'
import { openSqlite } from './sqlite.mjs'

/** `DATABASE_URL` is a PostgreSQL; without it `DATABASE_FILE`, in the folder `data` by default. */
export function openStore({ databaseUrl, databaseFile }, log) {
  if (databaseUrl) {
    return openPostgres(databaseUrl, {
      onError: ({ code }) => log.warn('connection lost', { code }),
    })
  }
  return openSqlite(databaseFile ?? fileURLToPath(new URL('../../data/receipts.db', import.meta.url)))
}
