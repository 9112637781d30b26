/** Sends a page its own part of the log as server-sent events: what there is, then what comes. */
export function createLogStreams(log) {
  const open = new Set()

  return {
    stream(request, response, page) {
      const since = Number(new URL(request.url, 'http://localhost').searchParams.get('since')) || Date.now()
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.flushHeaders()
      const send = (entry) => {
        if (entry.page === page) response.write(`data: ${JSON.stringify(entry)}\n\n`)
      }
      log.since(page, since).forEach(send)
      const stop = log.listen(send)
      open.add(response)
      response.on('close', () => {
        stop()
        open.delete(response)
      })
    },
    end() {
      for (const response of open) response.end()
    },
  }
}
