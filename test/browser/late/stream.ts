import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Stream {
  /** Address of a document that arrives piece by piece. */
  readonly url: string
  close(): void
}

/** Serves one document whose pieces come `pause` milliseconds apart, as a slow server flushes them. */
export async function streamDocument(pieces: readonly string[], pause: number): Promise<Stream> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/') {
      response.writeHead(204).end()
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
    for (const [index, piece] of pieces.entries()) {
      if (index) await new Promise((resolve) => setTimeout(resolve, pause))
      response.write(piece)
    }
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://www.shop.test:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
