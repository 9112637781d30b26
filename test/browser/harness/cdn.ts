import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Route } from './server.js'

export const cdnHost = 'cdn.test'
export const cdnFolder = '/askfirst@1/dist/cdn/'

const types: { readonly [extension: string]: string } = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.map': 'application/json',
}

const folder = new URL('../../../dist/cdn/', import.meta.url)
const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'))
/** A range leads to the version, as it does there. */
const folders = [cdnFolder, cdnFolder.replace('@1', `@${version}`)]

/** Serves the built CDN files the way jsDelivr and unpkg do: CORS and CORP open to everyone. */
export const answerCdn: Route = async ({ host, path }) => {
  const start = folders.find((one) => path.startsWith(one))
  if (host !== cdnHost || !start) return undefined
  const file = new URL(path.slice(start.length), folder)
  if (!file.href.startsWith(folder.href)) return undefined
  const body = await readFile(file).catch(() => undefined)
  return (
    body && {
      body,
      headers: {
        'Content-Type': types[extname(file.pathname)] ?? 'application/octet-stream',
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Timing-Allow-Origin': '*',
        'Cache-Control': 'public, max-age=604800',
      },
    }
  )
}
