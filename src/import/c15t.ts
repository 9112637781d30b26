import type { Importer } from '../model/importer.js'
import { defineImporter, type ImportOptions, type NameMap } from './parts/define-importer.js'
import { decode, fieldsOf, readObject } from './parts/read-object.js'

const usual: NameMap = {
  functionality: 'preferences',
  experience: 'preferences',
  measurement: 'statistics',
}

const names = ['functionality', 'experience', 'measurement', 'marketing']

/**
 * c15t 2: `c.necessary:1,c.marketing:1,i.t:…` in the cookie `c15t`, with refusals left out, or the same as
 * JSON in local storage. Source: cookie/serialization.ts of 2.1.0.
 *
 * @example importChoices({ from: [c15t()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function c15t(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'c15t' } = options
  return defineImporter({
    name: 'c15t',
    places: [
      { kind: 'cookie', name: key },
      { kind: 'local-storage', name: key },
    ],
    usual,
    map,
    options,
    find({ cookie, item }) {
      const pairs = decode(cookie(key) ?? '').matchAll(/(?:^|,)([ci]\.\w+):(\w+)/g)
      const flat = new Map([...pairs].map(([, name, value]) => [name, value]))
      const stored = fieldsOf(readObject(item(key)))
      const consents = fieldsOf(stored.consents)
      const time = Number(flat.get('i.t') ?? fieldsOf(stored.consentInfo).time)
      const isGranted = (name: string) =>
        flat.has('i.t') ? flat.get(`c.${name}`) === '1' : consents[name] === true
      return { answers: Object.fromEntries(names.map((name) => [name, isGranted(name)])), time }
    },
  })
}
