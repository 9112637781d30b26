import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface Proxy {
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * Leads every https address to one port on loopback. WebKitGTK has no setting
 * for host names, only proxies; for http the test server is one by itself,
 * because it reads the host name from the request.
 */
export async function createTlsProxy(httpsPort: number): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', (_, client: Socket) => {
    const target = connect(httpsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      client.pipe(target).pipe(client)
    })
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      // One side hangs up whenever a page is left.
      socket.on('error', () => [client, target].forEach((one) => void one.destroy()))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
