import { createServer } from 'node:http'

// A browser takes either loopback address for *.localhost (RFC 6761, section 6.3).
const loopback = ['127.0.0.1', '::1']

/**
 * Listens on the loopback addresses at `wanted`, or at the next port that is free.
 *
 * @param {number} wanted 0 lets the system choose
 * @param {import('node:http').RequestListener} handle
 */
export async function listenNear(wanted, handle) {
  for (let port = wanted; port <= Math.min(wanted + 50, 65535); port++) {
    const servers = await listenEverywhere(port, handle)
    if (servers) return { port: servers[0].address().port, close: () => stopAll(servers) }
  }
  throw new Error(`No free port from ${wanted} on. Set PORT to another one.`)
}

async function listenEverywhere(wanted, handle) {
  const servers = []
  let port = wanted
  for (const host of loopback) {
    const server = createServer(handle)
    const failure = await listen(server, port, host)
    if (!failure) {
      servers.push(server)
      port = server.address().port
    } else if (failure.code === 'EADDRINUSE' || host === loopback[0]) {
      stopAll(servers)
      if (failure.code === 'EADDRINUSE') return
      throw failure
    }
    // Else this machine has no IPv6, and the first address is enough.
  }
  return servers
}

function listen(server, port, host) {
  return new Promise((resolve) => {
    server.once('error', resolve)
    server.listen({ port, host, ipv6Only: host === '::1' }, () => resolve(undefined))
  })
}

function stopAll(servers) {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
}
