import { mostBytes } from './limits.mjs'
import { problem } from './problem.mjs'
import { refusal } from './refusal.mjs'

/** A page of another origin sends plain text, so that no preflight is needed. */
const types = ['text/plain', 'application/json']

/** Reads and checks the body. @throws a problem that says what is wrong with it */
export async function readReceipt(request) {
  const type = (request.headers['content-type'] ?? 'text/plain').split(';')[0].trim().toLowerCase()
  if (!types.includes(type)) throw problem(415, `Send ${types.join(' or ')}.`)
  const tooLarge = problem(413, `A receipt has ${mostBytes} bytes at most.`, { connection: 'close' })
  if (Number(request.headers['content-length']) > mostBytes) throw tooLarge

  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > mostBytes) throw tooLarge
    chunks.push(chunk)
  }
  let receipt
  try {
    receipt = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw problem(400, 'The body is not JSON.')
  }
  const reason = refusal(receipt)
  if (reason) throw problem(400, reason)
  return { ...receipt, time: new Date(receipt.time).toISOString() }
}
