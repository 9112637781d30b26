import { randomUUID } from 'node:crypto'

const files = new URL('../third-parties/', import.meta.url)
const mesure = new URL('../esomus/mesure/', import.meta.url)

const visitor = () => randomUUID().slice(0, 8)

/**
 * @typedef {object} TrackedCookie
 * @property {string} name
 * @property {number} [days] left out: until the browser closes
 * @property {(previous: string | undefined) => string} next the new value; an unchanged one is not sent again
 */

/**
 * @typedef {object} TrackedResource
 * @property {URL} [file] left out: a transparent pixel
 * @property {number} [delay] milliseconds before the answer
 * @property {TrackedCookie[]} [cookies]
 */

const keep = (previous) => previous ?? visitor()
const count = (previous) => `${visitor()}.${Number(previous?.split('.')[1] ?? 0) + 1}`

const resources = {
  'stats.localhost': {
    '/tag.js': {
      file: new URL('statistics/tag.js', files),
      delay: 900,
      cookies: [{ name: 'stats_visitor', days: 390, next: keep }],
    },
    '/journey.js': { file: new URL('statistics/journey.js', files) },
    '/hit.gif': {},
  },
  'ads.localhost': {
    '/pixel.gif': { cookies: [{ name: 'ad_profile', days: 180, next: keep }] },
  },
  'video.localhost': {
    '/embed/tour': {
      file: new URL('video/embed.html', files),
      cookies: [{ name: 'video_viewer', days: 180, next: keep }],
    },
    '/player.css': { file: new URL('video/player.css', files) },
    '/player.js': { file: new URL('video/player.js', files) },
  },
  'social.localhost': {
    '/plugin/page': {
      file: new URL('social/plugin.html', files),
      cookies: [{ name: 'social_member', days: 90, next: keep }],
    },
    '/plugin.css': { file: new URL('social/plugin.css', files) },
  },
  // The measuring that ESOMUS does itself: first party, and asked for all the same.
  'esomus.localhost': {
    '/mesure/parcours.js': { file: new URL('parcours.js', mesure) },
    '/mesure/page.gif': { cookies: [{ name: 'UID', days: 390, next: count }] },
  },
}

/**
 * Everything a page asks for only after consent, by host and path. Requests to these
 * are the ones the log shows.
 *
 * @type {Map<string, Map<string, TrackedResource>>}
 */
export const trackedResources = new Map(
  Object.entries(resources).map(([host, paths]) => [host, new Map(Object.entries(paths))]),
)
