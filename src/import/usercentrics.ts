import type { Importer } from '../model/importer.js'
import { defineImporter, type Found, type ImportOptions, type NameMap } from './parts/define-importer.js'
import { type Fields, fieldsOf, readObject } from './parts/read-object.js'

/** The last entry of a service's history says how and when it was decided. */
function lastOf({ history }: Fields): Fields {
  return fieldsOf(Array.isArray(history) ? history[history.length - 1] : undefined)
}

function findVersion2(settings: Fields | undefined): Found | undefined {
  const services = Array.isArray(settings?.services) ? settings.services.map(fieldsOf) : []
  const explicit = services.filter((service) => !/implicit/i.test(`${lastOf(service).type}`))
  const times = explicit.flatMap((service) => Number(lastOf(service).timestamp) || [])
  return {
    answers: Object.fromEntries(explicit.map(({ id, status }) => [`${id}`, status])),
    time: times[0] && Math.min(...times),
  }
}

function findVersion3({ services, type, updatedAt }: Fields, names: NameMap): Found | undefined {
  if (/implicit/i.test(`${type}`)) return
  const answers = Object.entries(fieldsOf(services)).map(([id, service]) => {
    const { name, consent } = fieldsOf(service)
    return [Object.hasOwn(names, id) ? id : `${name ?? id}`, consent]
  })
  return { answers: Object.fromEntries(answers), time: updatedAt }
}

/**
 * Usercentrics 3 (local storage `ucData`) and 2 (`uc_settings`, answered when `uc_user_interaction` is true).
 * It stores services, by id and, in version 3, by name: the map says what they are here.
 * Source: the values of both versions in a browser, docs.usercentrics.com.
 *
 * @example importChoices({ from: [usercentrics({ 'Google Analytics': 'statistics', BJ59EidsWQ: false })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function usercentrics(map: NameMap = {}, options: ImportOptions = {}): Importer {
  return defineImporter({
    name: 'usercentrics',
    places: ['ucData', 'ucString', 'uc_settings', 'uc_user_interaction'].map((name) => ({
      kind: 'local-storage',
      name,
    })),
    map,
    options,
    find({ item }, names) {
      const { consent } = fieldsOf(readObject(item('ucData')))
      if (consent) return findVersion3(fieldsOf(consent), names)
      return item('uc_user_interaction') === 'true'
        ? findVersion2(readObject(item('uc_settings')))
        : undefined
    },
  })
}
