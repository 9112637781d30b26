import pg from 'pg'
import { migrate } from '../migrate.mjs'
import { receiptFields } from '../receipt-fields.mjs'
import { isSameReceipt } from '../same-receipt.mjs'

/** Any number that no other application on the database takes its lock with. */
const migrationLock = 6_021_993

const insert = {
  name: 'append',
  text: `INSERT INTO receipts (${receiptFields.join(', ')})
    VALUES (${receiptFields.map((_, index) => `$${index + 1}`).join(', ')}) ON CONFLICT (key) DO NOTHING`,
}

const toReceipt = ({ seq, time, received, ...row }) => ({
  ...row,
  seq: Number(seq),
  time: time.toISOString(),
  received: received.toISOString(),
})

/** Receipts in PostgreSQL, for as many replicas of the service as there are. */
export async function openPostgres(url, { onError = () => {} } = {}) {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    application_name: 'askfirst-consent-log',
  })
  // A connection that breaks while idle is replaced by the next query; unheard it would end the process.
  pool.on('error', onError)

  async function withClient(work) {
    const client = await pool.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  }
  const transaction = (work) =>
    withClient(async (client) => {
      try {
        await client.query('BEGIN')
        const result = await work(client)
        await client.query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {})
        throw error
      }
    })

  async function migrateAll() {
    // Replicas that start together do it one after the other; all steps or none.
    await transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
      // Asked first: `IF NOT EXISTS` wants the right to create even where there is nothing to create.
      const { rows } = await client.query("SELECT to_regclass('schema_versions') AS found")
      if (!rows[0].found) {
        await client.query(`CREATE TABLE schema_versions
          (version integer PRIMARY KEY, name text NOT NULL, applied timestamptz NOT NULL DEFAULT now())`)
      }
      await migrate('postgres', {
        applied: async () =>
          (await client.query('SELECT version FROM schema_versions')).rows.map(({ version }) => version),
        async apply(sql, version, name) {
          await client.query(sql)
          await client.query('INSERT INTO schema_versions (version, name) VALUES ($1, $2)', [version, name])
        },
      })
    })
  }
  try {
    await migrateAll()
  } catch (error) {
    await pool.end()
    throw error
  }

  return {
    name: 'postgres',
    async append(receipt) {
      const values = receiptFields.map((field) => receipt[field])
      const { rowCount } = await pool.query({ ...insert, values })
      if (rowCount) return 'new'
      const { rows } = await pool.query('SELECT * FROM receipts WHERE key = $1', [receipt.key])
      return rows[0] && isSameReceipt(toReceipt(rows[0]), receipt) ? 'known' : 'conflict'
    },
    find: async (id) =>
      (await pool.query('SELECT * FROM receipts WHERE id = $1 ORDER BY seq LIMIT 1000', [id])).rows.map(
        toReceipt,
      ),
    page: async ({ after = 0, from = '-infinity', to = 'infinity', limit = 1000 }) =>
      (
        await pool.query(
          'SELECT * FROM receipts WHERE seq > $1 AND time >= $2 AND time < $3 ORDER BY seq LIMIT $4',
          [after, from, to, limit],
        )
      ).rows.map(toReceipt),
    purge: (until) =>
      transaction(async (client) => {
        await client.query("SELECT set_config('consent_log.purge_until', $1, true)", [until])
        return (await client.query('DELETE FROM receipts WHERE time < $1', [until])).rowCount
      }),
    size: async () =>
      Number((await pool.query("SELECT pg_total_relation_size('receipts') AS size")).rows[0].size),
    async ping() {
      await pool.query('SELECT 1')
    },
    close: () => pool.end(),
  }
}
