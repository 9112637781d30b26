import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import process from 'node:process'
import { after, before, describe, test } from 'node:test'
import { createLog } from '../src/log.mjs'
import { openStore } from '../src/stores/open-store.mjs'
import { createReceipt } from './receipt.mjs'
import { databases } from './stores.mjs'

const log = createLog('silent')

for (const [name, createDatabases] of Object.entries(databases)) {
  describe(`a store in ${name}`, () => {
    let all
    let database
    let store
    before(async () => {
      all = createDatabases()
      database = await all.create()
      store = await openStore(database.settings, log)
    })
    after(async () => {
      await store?.close()
      await all?.remove()
    })
    const withoutOwn = ({ seq: _, received: __, ...receipt }) => receipt

    test('keeps a receipt as it came, whatever is in it', async () => {
      const receipt = createReceipt({
        id: 'verbatim-0001',
        texts: `'); DROP TABLE receipts; --"é\u{1f36a}\\`,
      })
      assert.equal(await store.append(receipt), 'new')
      const [found] = await store.find('verbatim-0001')
      assert.deepEqual(withoutOwn(found), receipt)
      assert.ok(Math.abs(Date.parse(found.received) - Date.now()) < 60_000)
    })

    test('keeps one that comes again once, and says whether it is the same', async () => {
      const receipt = createReceipt({ id: 'again-000001' })
      assert.equal(await store.append(receipt), 'new')
      assert.equal(await store.append(receipt), 'known')
      const { marketing, ...others } = receipt.choices
      assert.equal(await store.append({ ...receipt, choices: { ...others, marketing } }), 'known')
      assert.equal(await store.append({ ...receipt, choices: { statistics: false } }), 'conflict')
      assert.equal(await store.append({ ...receipt, time: '2026-01-01T00:00:00.000Z' }), 'conflict')
      assert.equal((await store.find('again-000001')).length, 1)
    })

    test('keeps one that comes many times at the same moment once', async () => {
      const receipt = createReceipt({ id: 'at-once-0001' })
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => store.append(receipt)))
      assert.equal(outcomes.filter((outcome) => outcome === 'new').length, 1)
      assert.equal(outcomes.filter((outcome) => outcome === 'known').length, 49)
      assert.equal((await store.find('at-once-0001')).length, 1)
    })

    test('finds what belongs to an id, oldest first, and nothing of others', async () => {
      const receipts = [1, 2, 3].map((day) =>
        createReceipt({ id: 'find-me-0001', time: `2026-03-0${day}T10:00:00.000Z` }),
      )
      for (const receipt of receipts) await store.append(receipt)
      await store.append(createReceipt({ id: 'find-me-0002' }))
      assert.deepEqual((await store.find('find-me-0001')).map(withoutOwn), receipts)
      assert.deepEqual(await store.find("' OR '1'='1"), [])
    })

    test('gives out pages of a time, each receipt once', async () => {
      for (let day = 10; day < 20; day++)
        await store.append(createReceipt({ id: 'pages-000001', time: `2026-02-${day}T00:00:00.000Z` }))
      const range = { from: '2026-02-12T00:00:00.000Z', to: '2026-02-17T00:00:00.000Z' }
      const seen = []
      for (let after = 0; ; ) {
        const page = await store.page({ ...range, after, limit: 2 })
        seen.push(...page.map(({ time }) => time.slice(8, 10)))
        if (page.length < 2) break
        after = page.at(-1).seq
      }
      assert.deepEqual(seen, ['12', '13', '14', '15', '16'])
      assert.ok((await store.page({})).length > 10)
    })

    for (const statement of [
      "UPDATE receipts SET policy = 'forged'",
      'DELETE FROM receipts',
      ...(name === 'postgres' ? ['TRUNCATE receipts'] : []),
    ]) {
      test(`is append-only: "${statement}" is refused by the database`, async () => {
        const count = async () => Number((await database.sql('SELECT count(*) AS n FROM receipts'))[0].n)
        const before = await count()
        assert.ok(before > 0)
        await assert.rejects(database.sql(statement), /append-only/)
        assert.equal(await count(), before)
        assert.deepEqual(await database.sql("SELECT 1 FROM receipts WHERE policy = 'forged'"), [])
      })
    }

    test('is append-only: a receipt cannot be replaced by one with its key or number', async () => {
      const receipt = createReceipt({ id: 'replace-0001' })
      await store.append(receipt)
      const [{ seq }] = await store.find(receipt.id)
      const columns = 'id, time, policy, texts, locale, choices, source, surface, version'
      const forged = `id, time, 'forged', texts, locale, choices, source, surface, version`
      const from = `FROM receipts WHERE id = 'replace-0001'`
      const statements =
        name === 'postgres'
          ? [
              `INSERT INTO receipts (key, ${columns}) SELECT key, ${forged} ${from}
                ON CONFLICT (key) DO UPDATE SET policy = 'forged'`,
            ]
          : [
              `INSERT OR REPLACE INTO receipts (key, ${columns}) SELECT key, ${forged} ${from}`,
              `REPLACE INTO receipts (seq, key, ${columns}) SELECT ${seq}, 'another-key', ${forged} ${from}`,
              `UPDATE OR REPLACE receipts SET policy = 'forged'`,
            ]
      for (const statement of statements) await database.sql(statement).catch(() => {})
      assert.deepEqual((await store.find(receipt.id)).map(withoutOwn), [receipt])
    })

    test('deletes what is older than a day that is named, and nothing else, and stays append-only', async () => {
      await store.append(createReceipt({ id: 'old-00000001', time: '2025-01-01T00:00:00.000Z' }))
      await store.append(createReceipt({ id: 'old-00000001', time: '2025-06-01T00:00:00.000Z' }))
      assert.equal(await store.purge('2025-03-01T00:00:00.000Z'), 1)
      assert.deepEqual(
        (await store.find('old-00000001')).map(({ time }) => time),
        ['2025-06-01T00:00:00.000Z'],
      )
      await assert.rejects(database.sql("DELETE FROM receipts WHERE id = 'old-00000001'"), /append-only/)
    })

    test('is made once when several services start together, and found again later', async () => {
      const fresh = await all.create()
      // One process for SQLite: its second service finds what the first has made.
      const open = () => openStore(fresh.settings, log)
      const stores = name === 'postgres' ? await Promise.all([open(), open(), open()]) : [await open()]
      await stores[0].append(createReceipt({ id: 'restart-0001' }))
      for (const each of stores) await each.close()
      const again = await open()
      assert.equal((await again.find('restart-0001')).length, 1)
      await again.close()
      const versions = await fresh.sql('SELECT version FROM schema_versions ORDER BY version')
      assert.deepEqual(
        versions.map(({ version }) => version),
        name === 'postgres' ? [1, 2] : [1, 2, 3],
      )
    })

    if (name === 'sqlite') {
      test('opens although a killed process has left its lock', async () => {
        const fresh = await all.create()
        await (await openStore(fresh.settings, log)).close()
        const lock = `${fresh.settings.databaseFile}.lock`
        mkdirSync(lock)
        const again = await openStore(fresh.settings, log)
        assert.equal(await again.append(createReceipt()), 'new')
        await again.close()
      })

      test('does not take the lock of a process that lives', async () => {
        const fresh = await all.create()
        await (await openStore(fresh.settings, log)).close()
        const file = fresh.settings.databaseFile
        const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
        mkdirSync(`${file}.lock`)
        const mark = `${file}.${hostname()}.${child.pid}.open`
        writeFileSync(mark, '')
        await assert.rejects(
          openStore(fresh.settings, log),
          /^Error: DATABASE_FILE: process \d+ holds .*Stop it/,
        )
        assert.ok(existsSync(`${file}.lock`))
        child.kill('SIGKILL')
        await once(child, 'exit')
        const again = await openStore(fresh.settings, log)
        assert.equal(await again.append(createReceipt()), 'new')
        assert.ok(!existsSync(mark))
        await again.close()
      })
    } else {
      test('needs no more rights than to insert and to read', async () => {
        const fresh = await all.create()
        await (await openStore(fresh.settings, log)).close()
        await fresh.sql(`CREATE ROLE service LOGIN;
          GRANT SELECT, INSERT ON receipts TO service; GRANT SELECT ON schema_versions TO service`)
        const limited = await openStore(
          { databaseUrl: all.cluster.url(fresh.settings.databaseUrl.match(/log\d+/)[0], 'service') },
          log,
        )
        assert.equal(await limited.append(createReceipt({ id: 'limited-0001' })), 'new')
        assert.equal((await limited.find('limited-0001')).length, 1)
        await limited.close()
        const forged = "BEGIN; SET LOCAL consent_log.purge_until = '2100-01-01'; DELETE FROM receipts; COMMIT"
        await assert.rejects(fresh.as('service', forged), /permission denied/)
      })
    }
  })
}
