import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Proxy {
  readonly port: number
  readonly close: () => Promise<void>
}

/** Where a SOCKS 5 request (RFC 1928 section 4) with a host name carries its port. */
const portOf = (request: Buffer) => request.readUInt16BE(request.length - 2)

/**
 * A SOCKS 5 proxy (RFC 1928) that leads every host name to loopback and keeps
 * the port. WebKitGTK has no setting for host names.
 */
export async function createProxy(): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const watch = (socket: Socket, other: () => Socket | undefined) => {
    sockets.add(socket)
    // One side hangs up whenever a page is left.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      other()?.destroy()
    })
  }
  const server = createServer((client) => {
    let target: Socket | undefined
    watch(client, () => target)
    client.once('data', () => {
      // Version 5, no password.
      client.write(Uint8Array.from([5, 0]))
      client.once('data', (request) => {
        const open = connect(portOf(request), '127.0.0.1', () => {
          // Granted; the address that was bound is of no interest.
          client.write(Uint8Array.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
          client.pipe(open).pipe(client)
        })
        target = open
        watch(open, () => client)
      })
    })
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
