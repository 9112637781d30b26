import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
// @ts-expect-error: a plain module of the examples
import { createDemoServer } from '../../../examples/server/demo-server.mjs'
import { audit } from '../audit.js'

let server: Server
let port = 0
beforeAll(async () => {
  const demo = await createDemoServer()
  server = createServer(demo.handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  demo.setPort(port)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test.each([
  ['balansys.localhost', '/cookie-policy'],
  ['esomus.localhost', '/cookies'],
])('%s is clean: its record answers, and what it declares is what it does', async (host, path) => {
  const { status, result } = await audit(`http://${host}:${port}${path}`, ['--pages', '1', '--quiet', '500'])
  expect(result.answers.map(({ phase, method }) => `${phase} ${method}`).sort()).toEqual([
    'accept record',
    'reject record',
    'withdraw api',
  ])
  expect(result.findings.filter(({ severity }) => severity !== 'note')).toEqual([])
  expect(status).toBe(0)
  expect(result.storage.some(({ declared, seen }) => declared && seen.includes('accept'))).toBe(true)
  expect(result.storage.filter(({ seen }) => seen.includes('before'))).toEqual([])
})
