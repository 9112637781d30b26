import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer, type Server } from '../../browser/harness/server.js'
import { type Audited, audit, summarise } from '../audit.js'
import { shop, shopAnswer, shopUrl } from '../sites/shop.js'

let server: Server
let audited: Audited
beforeAll(async () => {
  server = await createServer([shop])
  audited = await audit(shopUrl(server.httpsPort), ['--pages', '5', '--quiet', '500'])
})
afterAll(() => server.close())

test('every item that the shop stores is found with its phases, and none is invented', () => {
  expect(summarise(audited.result).storage).toEqual(shopAnswer.storage)
})

test('every other site that is asked is found with its phases, and none is invented', () => {
  expect(summarise(audited.result).requests).toEqual(shopAnswer.requests)
})

test('the findings are those that the shop deserves', () => {
  expect(summarise(audited.result).findings).toEqual([...shopAnswer.findings].sort())
  expect(audited.status).toBe(1)
})
