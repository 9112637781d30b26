import { createLog } from './src/log.mjs'
import { readSettings } from './src/settings.mjs'
import { openStore } from './src/stores/open-store.mjs'

// Retention: `npm run purge -- 2023-01-01` deletes what was decided before that day.
const log = createLog()
const until = new Date(process.argv[2] ?? '')
const newest = Date.now() - 30 * 86_400_000
if (Number.isNaN(+until) || +until > newest) {
  console.error('Say before which day to delete, 30 days ago at least: npm run purge -- 2023-01-01')
  process.exit(1)
}
const store = await openStore(readSettings(process.env), log)
log.info('purged', { until: until.toISOString(), receipts: await store.purge(until.toISOString()) })
await store.close()
