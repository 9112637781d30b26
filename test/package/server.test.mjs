import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createConsumer } from './packed.mjs'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const day = 86_400
const decidedAt = Math.floor(Date.now() / 1000) - 30 * day
const cookie = (choices, seconds = decidedAt) =>
  `__Host-askfirst=1:2024-10-01:${seconds.toString(36)}:q3fj8klmn0pqw1xz:banner:${choices}`

let consumer
/** The recipes of docs/server.md: each whole file there begins with its name. */
let recipes
before(async () => {
  consumer = await createConsumer()
  const text = await readFile(new URL('../../docs/server.md', import.meta.url), 'utf8')
  recipes = new Map(
    [...text.matchAll(/```js\n\/\/ ([\w-]+\.mjs)\n([\s\S]*?)```/g)].map(([, name, code]) => [name, code]),
  )
  for (const [name, code] of recipes) await writeFile(join(consumer.folder, name), code)
  for (const name of ['express', 'fastify'])
    await symlink(join(modules, name), join(consumer.folder, 'node_modules', name), 'junction')
})
after(() => consumer.remove())

async function freePort() {
  const probe = createServer()
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** `fetch` would drop what it calls forbidden headers. */
function get(port, headers) {
  return new Promise((resolve, reject) => {
    const options = { host: 'localhost', port, headers: { host: 'shop.test', ...headers } }
    httpRequest(options, async (response) => {
      let body = ''
      for await (const part of response) body += part
      resolve({
        body,
        cookies: response.headers['set-cookie'] ?? [],
        caching: response.headers['cache-control'],
      })
    })
      .on('error', reject)
      .end()
  })
}

async function withRecipe(name, use) {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port) }
  const server = spawn(process.execPath, [name], {
    cwd: consumer.folder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    for (let tries = 0; ; tries++) {
      if (await get(port, {}).catch(() => undefined)) break
      assert.ok(tries < 100 && server.exitCode === null, `${name} does not answer`)
      await wait(100)
    }
    await use((headers) => get(port, { 'sec-fetch-dest': 'document', ...headers }))
  } finally {
    server.kill()
  }
}

test('every server recipe that is a whole file is tested here', () => {
  assert.deepEqual(
    [...recipes.keys()],
    ['consent-options.mjs', 'node.mjs', 'express.mjs', 'fastify.mjs', 'fetch.mjs'],
  )
})

for (const name of ['node.mjs', 'express.mjs', 'fastify.mjs', 'fetch.mjs']) {
  test(`${name} reads the choice and renews its cookie with the end it has had`, async () => {
    await withRecipe(name, async (visit) => {
      const ours = ({ cookies }) => cookies.filter((value) => value.startsWith('__Host-askfirst='))

      const chosen = await visit({ cookie: `theme=dark; ${cookie('statistics~-marketing')}` })
      assert.match(chosen.body, /Statistics: on/)
      const expires = new Date((decidedAt + 182 * day) * 1000).toUTCString()
      assert.deepEqual(ours(chosen), [
        `${cookie('statistics~-marketing')};path=/;expires=${expires};samesite=Lax;secure`,
      ])
      assert.equal(chosen.caching, 'private, no-cache')

      const refused = await visit({ cookie: cookie('-statistics~-marketing') })
      assert.match(refused.body, /Statistics: off/)
      assert.equal(ours(refused).length, 1)

      const picture = await visit({ cookie: cookie('statistics~-marketing'), 'sec-fetch-dest': 'image' })
      assert.deepEqual(ours(picture), [])

      for (const nothing of [
        undefined,
        'theme=dark',
        '__Host-askfirst=%%',
        cookie('statistics', decidedAt - 160 * day),
      ]) {
        const answer = await visit(nothing === undefined ? {} : { cookie: nothing })
        assert.match(answer.body, /Statistics: off/)
        assert.deepEqual(ours(answer), [], nothing)
      }
    })
  })
}
