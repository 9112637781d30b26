import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import process from 'node:process'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createReceipt } from './receipt.mjs'
import { startService } from './service.mjs'
import { databases } from './stores.mjs'

const token = 'a-token-for-the-tests'
const site = 'https://www.shop.test'
const settings = { EXPORT_TOKEN: token, ALLOWED_ORIGINS: `${site} https://*.example.com`, RATE_LIMIT: '0' }
const withToken = { authorization: `Bearer ${token}` }
const statusOf = async (answer) => (await answer).status

for (const [name, createDatabases] of Object.entries(databases)) {
  describe(`the service on ${name}`, () => {
    let all
    let database
    let service
    before(async () => {
      all = createDatabases()
      database = await all.create()
      service = await startService({ ...database.environment, ...settings })
    })
    after(async () => {
      await service?.stop()
      await all?.remove()
    })

    test('takes a receipt, takes it again as the same one, and refuses another with its key', async () => {
      const receipt = createReceipt()
      const first = await service.post(receipt, { origin: site })
      assert.equal(first.status, 201)
      assert.deepEqual(await first.json(), { status: 'new' })
      assert.equal(first.headers.get('access-control-allow-origin'), site)
      assert.match(first.headers.get('access-control-expose-headers'), /retry-after/i)
      assert.equal(await statusOf(service.post(receipt)), 200)
      assert.equal(await statusOf(service.post(receipt, { 'content-type': 'application/json' })), 200)
      assert.equal(await statusOf(service.post({ ...receipt, locale: 'en' })), 409)
    })

    test('shows what belongs to an id to whoever knows it', async () => {
      const receipt = createReceipt({ id: 'visitor-0001' })
      await service.post(receipt)
      const answer = await service.get('/receipts/visitor-0001')
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      const [{ seq, received, ...found }] = await answer.json()
      assert.deepEqual(found, receipt)
      assert.ok(seq > 0 && Date.parse(received) > 0)
      assert.deepEqual(await (await service.get('/receipts/nobody-0001')).json(), [])
      for (const id of ['abc', 'a'.repeat(65), 'a%20b%20c%20d'])
        assert.equal(await statusOf(service.get(`/receipts/${id}`)), 400, id)
    })

    test('keeps no more than the disk limit', async () => {
      const { environment } = await all.create()
      const own = await startService({ ...environment, ...settings, DISK_LIMIT: '1' })
      let status = 201
      for (let round = 0; status === 201 && round < 200; round++) {
        const answers = await Promise.all(
          Array.from({ length: 50 }, () => own.post(createReceipt({ time: '2026-10-01T00:00:00.000Z' }))),
        )
        const full = answers.find((answer) => answer.status === 507)
        if (full) assert.equal(full.headers.get('retry-after'), '3600')
        status = full?.status ?? 201
      }
      assert.equal(status, 507)
      assert.equal(await statusOf(own.get('/health')), 200)
      await own.stop()
    })

    test('takes receipts of visitors whose clock is hours ahead, and of pages that misspell their language', async () => {
      const time = new Date(Math.floor(Date.now() / 1000) * 1000 + 11 * 3_600_000).toISOString()
      assert.equal(await statusOf(service.post(createReceipt({ time }))), 201)
      assert.equal(await statusOf(service.post(createReceipt({ locale: 'fr_BE' }))), 201)
    })

    const wrong = {
      'no JSON': '{',
      'an array': '[]',
      null: 'null',
      'bytes that are no text': Buffer.from([0x7b, 0xff, 0x7d]),
      'an unknown field': createReceipt({ ip: '192.0.2.1' }),
      'a field too few': { ...createReceipt(), locale: undefined },
      'a name of the prototype for a field': { ...createReceipt(), locale: undefined, constructor: 'en' },
      'a number for a text': createReceipt({ policy: 7 }),
      'a long key': createReceipt({ key: 'k'.repeat(65) }),
      'a short key': createReceipt({ key: 'k' }),
      'markup in the policy': createReceipt({ policy: '<b>' }),
      'a line break in the source': createReceipt({ source: 'api\n' }),
      'a locale that is none': createReceipt({ locale: 'fr_BE; drop' }),
      'an id that is none': createReceipt({ id: 'a b c d e f' }),
      'a short id': createReceipt({ id: 'abc' }),
      'choices that are a list': createReceipt({ choices: [true] }),
      'choices that are a text': createReceipt({ choices: 'all' }),
      'a choice that is no answer': createReceipt({ choices: { marketing: 'yes' } }),
      'a choice with a strange name': createReceipt({ choices: { __proto: true } }),
      'too many choices': createReceipt({
        choices: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`c${index}`, true])),
      }),
      'a time in the future': createReceipt({ time: new Date(Date.now() + 90_000_000).toISOString() }),
      'a time long past': createReceipt({ time: '2001-01-01T00:00:00.000Z' }),
      'a day that is none': createReceipt({ time: '2026-13-45T00:00:00.000Z' }),
      'a day that its month has not': createReceipt({ time: '2026-02-30T00:00:00.000Z' }),
    }
    for (const [what, body] of Object.entries(wrong)) {
      test(`refuses ${what} with 400, and keeps nothing of it`, async () => {
        const count = async () => (await (await service.get('/export', withToken)).text()).length
        const before = await count()
        const answer = Buffer.isBuffer(body)
          ? await fetch(`${service.url}/receipts`, { method: 'POST', body })
          : await service.post(body)
        assert.equal(answer.status, 400)
        assert.match((await answer.json()).error, /\.$/)
        assert.equal(await count(), before)
      })
    }

    test('refuses what is too large, of another type, or nowhere to go', async () => {
      assert.equal(await statusOf(service.post('x'.repeat(9000))), 413)
      // No length is given: it is counted while it comes.
      const parts = async function* () {
        for (let count = 0; count < 8; count++) yield new Uint8Array(4096)
      }
      const chunked = fetch(`${service.url}/receipts`, { method: 'POST', body: parts(), duplex: 'half' })
      const status = await chunked.then(
        (answer) => answer.status,
        ({ cause }) => cause?.code,
      )
      // The connection is closed on what goes on coming, and the sender may see that first.
      assert.ok([413, 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(status), String(status))
      assert.equal(
        await statusOf(service.post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })),
        415,
      )
      assert.equal(await statusOf(service.get('/')), 404)
      assert.equal(await statusOf(service.get('//evil.test/receipts')), 404)
      const wrongMethod = await service.get('/receipts')
      assert.equal(wrongMethod.status, 405)
      assert.equal(wrongMethod.headers.get('allow'), 'POST, OPTIONS')
    })

    test('answers pages of the sites that are named, and of no others', async () => {
      for (const origin of [
        'https://evil.test',
        'https://www.shop.test.evil.test',
        'http://www.shop.test',
        'null',
      ]) {
        const answer = await service.post(createReceipt(), { origin })
        assert.equal(answer.status, 403, origin)
        assert.equal(answer.headers.get('access-control-allow-origin'), null)
      }
      assert.equal(await statusOf(service.post(createReceipt(), { origin: 'https://a.b.example.com' })), 201)
      const preflight = await fetch(`${service.url}/receipts`, {
        method: 'OPTIONS',
        headers: { origin: site },
      })
      assert.equal(preflight.status, 204)
      assert.equal(preflight.headers.get('access-control-allow-methods'), 'POST, OPTIONS')
      assert.equal(preflight.headers.get('access-control-allow-headers'), 'content-type')
    })

    test('exports to whoever has the token, by line or as a table', async () => {
      for (const authorization of [undefined, 'Bearer ', 'Bearer wrong', token]) {
        const answer = await service.get('/export', authorization === undefined ? {} : { authorization })
        assert.equal(answer.status, 401)
      }
      const receipt = createReceipt({ id: 'export-00001', time: '2026-05-05T12:00:00.000Z', policy: '-1' })
      await service.post(receipt)
      const range = 'from=2026-05-05&to=2026-05-06'
      const lines = await (await service.get(`/export?${range}`, withToken)).text()
      const { seq, received, ...found } = JSON.parse(lines)
      assert.deepEqual(found, receipt)
      const table = await (await service.get(`/export?format=csv&${range}`, withToken)).text()
      const choices = JSON.stringify(found.choices).replaceAll('"', '""')
      assert.equal(
        table,
        'seq,key,id,time,policy,texts,locale,choices,source,surface,version,received\r\n' +
          `${seq},${receipt.key},export-00001,${receipt.time},'-1,${receipt.texts},fr,"${choices}",preferences,preferences,0.1.0,${received}\r\n`,
      )
      const rest = await service.get(`/export?after=${seq}&${range}`, withToken)
      assert.equal(await rest.text(), '')
      for (const query of ['format=xml', 'from=yesterday', 'after=-1'])
        assert.equal(await statusOf(service.get(`/export?${query}`, withToken)), 400, query)
    })

    test('exports more than one page of receipts whole', async () => {
      const own = await startService({ ...(await all.create()).environment, ...settings })
      const posts = Array.from({ length: 1100 }, () => createReceipt())
      for (let start = 0; start < posts.length; start += 100)
        await Promise.all(posts.slice(start, start + 100).map((receipt) => own.post(receipt)))
      const lines = (await (await own.get('/export', withToken)).text()).trim().split('\n')
      assert.deepEqual(lines.map((line) => JSON.parse(line).key).sort(), posts.map(({ key }) => key).sort())
      await own.stop()
    })

    test('says that it is well, and ends in order', async () => {
      const own = await startService({ ...(await all.create()).environment, ...settings })
      const health = await own.get('/health')
      assert.deepEqual([health.status, await health.json()], [200, { status: 'ok', store: name }])
      // What was taken before the signal is answered and kept.
      const posts = Array.from({ length: 20 }, () =>
        statusOf(own.post(createReceipt())).catch(() => 'refused'),
      )
      await Promise.any(posts)
      assert.equal(await own.stop('SIGTERM'), 0)
      const statuses = await Promise.all(posts)
      assert.ok(statuses.includes(201))
      assert.ok(
        statuses.every((status) => [201, 'refused'].includes(status)),
        statuses.join(),
      )
      assert.equal(own.lines.at(-1).message, 'stopped')
    })

    test('loses nothing that it has answered when it is killed', async () => {
      const { environment } = await all.create()
      const own = await startService({ ...environment, ...settings })
      const answered = []
      let isOver = false
      const sender = async () => {
        while (!isOver) {
          const receipt = createReceipt()
          const status = await statusOf(own.post(receipt)).catch(() => 0)
          if (status === 201) answered.push(receipt.key)
        }
      }
      const senders = [sender(), sender(), sender(), sender()]
      while (answered.length < 50) await new Promise((resolve) => setTimeout(resolve, 5))
      await own.stop('SIGKILL')
      isOver = true
      await Promise.all(senders)
      const again = await startService({ ...environment, ...settings })
      const lines = (await (await again.get('/export', withToken)).text()).trim().split('\n')
      const kept = new Set(lines.map((line) => JSON.parse(line).key))
      assert.deepEqual(
        answered.filter((key) => !kept.has(key)),
        [],
      )
      await again.stop()
    })

    test('writes no personal data into its log', async () => {
      const own = await startService({ ...(await all.create()).environment, ...settings })
      const receipt = createReceipt({ id: 'nobody-knows-me' })
      await own.post(receipt, { 'user-agent': 'Browser/1.0', 'x-forwarded-for': '192.0.2.77' })
      await own.get('/receipts/nobody-knows-me')
      await own.stop()
      const text = JSON.stringify(own.lines)
      assert.match(text, /"route":"GET \/receipts\/:id","status":200/)
      assert.doesNotMatch(text, /nobody-knows-me|Browser|192\.0\.2|127\.0\.0\.1/)
      assert.ok(!text.includes(receipt.key))
    })

    test('limits how often one address may ask, and says when to come back', async () => {
      const own = await startService({
        ...(await all.create()).environment,
        ...settings,
        RATE_LIMIT: '5',
        TRUSTED_PROXIES: '1',
      })
      // Only the proxy's own word counts; the visitor may write what he likes before it.
      const from = (address) => own.post(createReceipt(), { 'x-forwarded-for': `10.9.8.7, ${address}` })
      const statuses = []
      for (let count = 0; count < 7; count++) statuses.push(await statusOf(from('192.0.2.1')))
      assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429, 429])
      const wait = Number((await from('192.0.2.1')).headers.get('retry-after'))
      assert.ok(wait > 0 && wait <= 12, String(wait))
      // A proxy may write the port beside it.
      assert.equal(await statusOf(from('192.0.2.1:4711')), 429)
      assert.equal(await statusOf(from('192.0.2.2')), 201)
      for (let count = 0; count < 5; count++) await from(`2001:db8:1:2::${count}`)
      assert.equal(await statusOf(from('2001:db8:1:2:ffff::1')), 429)
      assert.equal(await statusOf(from('[2001:db8:1:2:ffff::1]:4711')), 429)
      assert.equal(await statusOf(from('2001:db8:1:3::1')), 201)
      assert.equal(await statusOf(own.get('/health')), 200)
      await own.stop()
    })

    if (name === 'postgres') {
      test('asks to come back while the database is away, and goes on when it is there again', async () => {
        all.cluster.stop()
        const away = await service.post(createReceipt())
        assert.equal(away.status, 503)
        assert.equal(away.headers.get('retry-after'), '30')
        assert.equal(await statusOf(service.get('/health')), 503)
        all.cluster.start()
        const receipt = createReceipt({ id: 'came-back-01' })
        assert.equal(await statusOf(service.post(receipt)), 201)
        assert.equal(await statusOf(service.get('/health')), 200)
      })
    }
  })
}

test('a receipt is taken while a purge runs beside the service', async () => {
  const all = databases.sqlite()
  const { environment } = all.create()
  const service = await startService({ ...environment, ...settings })
  const old = () => createReceipt({ time: new Date(Date.now() - 60 * 86_400_000).toISOString() })
  for (let round = 0; round < 30; round++)
    await Promise.all(Array.from({ length: 100 }, () => service.post(old())))
  const purge = spawn(process.execPath, ['purge.mjs', new Date(Date.now() - 31 * 86_400_000).toISOString()], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let isOver = false
  const ended = once(purge, 'exit').then(([code]) => {
    isOver = true
    return code
  })
  const statuses = new Set()
  while (!isOver) statuses.add(await statusOf(service.post(createReceipt())))
  assert.equal(await ended, 0)
  assert.deepEqual([...statuses], [201])
  const rest = (await (await service.get('/export', withToken)).text()).trim().split('\n')
  assert.ok(rest.every((line) => Date.parse(JSON.parse(line).time) > Date.now() - 86_400_000))
  await service.stop()
  all.remove()
})

test('a connection that does not finish its headers is closed within seconds', async () => {
  const all = databases.sqlite()
  const service = await startService(all.create().environment)
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
  const start = performance.now()
  socket.write('POST /receipts HTTP/1.1\r\nHost: a\r\n')
  socket.resume()
  await once(socket, 'close')
  assert.ok(performance.now() - start < 20_000)
  await service.stop()
  all.remove()
})

test('without a token there is no export, and what cannot work is said in one line', async () => {
  const all = databases.sqlite()
  const { environment } = all.create()
  const service = await startService(environment)
  assert.equal(await statusOf(service.get('/export')), 403)
  await service.stop()
  for (const [settings, words] of [
    [{ PORT: 'high' }, /PORT: .* Use /],
    [{ ALLOWED_ORIGINS: 'shop' }, /ALLOWED_ORIGINS: .* Use /],
    [{ EXPORT_TOKEN: 'short' }, /EXPORT_TOKEN: .* Use /],
    [{ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, /ECONNREFUSED/],
  ])
    await assert.rejects(startService({ ...environment, ...settings }), words)
  all.remove()
})
