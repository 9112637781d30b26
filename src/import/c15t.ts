import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { decode, fieldsOf, readObject } from './parts/read-object.js'

const usual: NameMap = {
  functionality: 'preferences',
  experience: 'preferences',
  measurement: 'statistics',
}

const names = ['functionality', 'experience', 'measurement', 'marketing']

/**
 * c15t 2: `c.necessary:1,c.marketing:1,i.t:…` in the cookie `c15t`, with refusals left out, or the same as
 * JSON in local storage. Source: cookie/serialization.ts of 2.1.0, tried with 2.2.1.
 *
 * @example importChoices({ from: [c15t()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function c15t(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'c15t' } = options
  return {
    name: 'c15t',
    cookies: [key],
    items: [key],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie, item }) {
      const pairs = decode(cookie(key)).matchAll(/(?:^|,)([ci]\.\w+):(\w+)/g)
      const flat = new Map([...pairs].map(([, name, value]) => [name, value]))
      const stored = readObject(item(key))
      const consents = fieldsOf(stored.consents)
      const time = Number(flat.get('i.t') ?? fieldsOf(stored.consentInfo).time)
      const isGranted = (name: string) =>
        flat.has('i.t') ? flat.get(`c.${name}`) === '1' : consents[name] === true
      return { answers: Object.fromEntries(names.map((name) => [name, isGranted(name)])), time }
    },
  }
}
