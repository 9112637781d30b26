import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer, type Server } from '../../browser/harness/server.js'
import { type Audited, audit, browserName, summarise } from '../audit.js'
import { score } from '../score.js'
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

test('precision and recall are one, and the time and memory of a page are printed', () => {
  const { precision, recall, count } = score(summarise(audited.result), shopAnswer)
  const visits = audited.result.pages.flatMap((page) => page.visits)
  const seconds = visits.reduce((sum, { ms }) => sum + ms, 0) / visits.length / 1000
  console.log(
    `${browserName}: precision ${precision}, recall ${recall} of ${count}; ${seconds.toFixed(1)} s per visit (${visits.length} visits), ${audited.result.duration} s for ${audited.result.pages.length} pages in all phases, peak ${audited.memory} MB`,
  )
  expect([precision, recall]).toEqual([1, 1])
  expect(audited.memory).toBeLessThan(8000)
})
