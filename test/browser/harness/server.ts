import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createCertificate } from './certificate.js'

/** A request that reached the server. */
export interface LoggedRequest {
  readonly method: string
  readonly secure: boolean
  /** Host name without its port. */
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** `Date.now()` when it arrived. */
  readonly time: number
}

/** What goes back. */
export interface Answer {
  readonly status?: number | undefined
  readonly headers?: { readonly [name: string]: string | readonly string[] } | undefined
  readonly body?: string | Uint8Array | undefined
  /** Milliseconds to wait before answering. */
  readonly delay?: number | undefined
  /** Never answer; the connection stays open. */
  readonly hang?: boolean | undefined
}

export type Route = (request: LoggedRequest) => Answer | undefined | Promise<Answer | undefined>

export interface Server {
  readonly httpPort: number
  readonly httpsPort: number
  /** Every request since `reset`, oldest first. */
  readonly requests: () => readonly LoggedRequest[]
  /** The last route added is asked first. */
  readonly route: (route: Route) => void
  /** Forgets requests and added routes, and drops connections that were left hanging. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks).toString()
}

/** Listens on loopback, http and https, for whatever host name the browser asks for. */
export async function createServer(builtIn: readonly Route[]): Promise<Server> {
  let log: LoggedRequest[] = []
  let routes: Route[] = []
  const hanging = new Set<ServerResponse>()

  async function respond(message: IncomingMessage, response: ServerResponse, secure: boolean) {
    const url = new URL(message.url ?? '/', `http://${message.headers.host ?? 'unknown'}`)
    if (url.pathname === '/favicon.ico') {
      // Asked for by the browser and not by the page: no test wants it in the log.
      response.writeHead(204).end()
      return
    }
    const entry = {
      method: message.method ?? 'GET',
      secure,
      host: url.hostname,
      path: url.pathname,
      query: url.searchParams,
      headers: message.headers,
      time: Date.now(),
      body: '',
    }
    // Logged on arrival, not when the body is read, so that the order is the order of arrival.
    log.push(entry)
    entry.body = await readBody(message)

    let answer: Answer | undefined
    for (const route of [...routes, ...builtIn]) {
      answer = await route(entry)
      if (answer) break
    }
    const { status = 200, headers = {}, body = '', delay = 0, hang } = answer ?? { status: 404 }
    if (hang) {
      hanging.add(response)
      return
    }
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay))
    response.statusCode = status
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.end(body)
  }

  const start = async (secure: boolean) => {
    const listener = (message: IncomingMessage, response: ServerResponse) => {
      respond(message, response, secure).catch((cause: unknown) => {
        response.statusCode = 500
        response.end(String(cause))
      })
    }
    const server = secure ? createHttpsServer(createCertificate(), listener) : createHttpServer(listener)
    // A browser may use a connection again in the moment in which an idle server closes it.
    server.keepAliveTimeout = 120_000
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { server, port: (server.address() as AddressInfo).port }
  }
  const [http, https] = await Promise.all([start(false), start(true)])

  return {
    httpPort: http.port,
    httpsPort: https.port,
    requests: () => log,
    route: (route) => {
      routes = [route, ...routes]
    },
    reset: () => {
      log = []
      routes = []
      for (const response of hanging) response.destroy()
      hanging.clear()
    },
    close: async () => {
      for (const { server } of [http, https]) {
        const closed = new Promise((resolve) => server.close(resolve))
        server.closeAllConnections()
        await closed
      }
    },
  }
}
