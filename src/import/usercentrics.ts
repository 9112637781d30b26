import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { type Fields, fieldsOf, readObject } from './parts/read-object.js'

/** The last entry of a service's history says how and when it was decided. */
const lastOf = ({ history }: Fields): Fields => fieldsOf((history as unknown[] | undefined)?.at(-1))

/** `implicit` in version 2, `IMPLICIT` in version 3. */
const isImplicit = ({ type }: Fields) => /^i/i.test(`${type}`)

/**
 * Usercentrics 3 (local storage `ucData`) and 2 (`uc_settings`, answered when `uc_user_interaction` is true).
 * It stores services, by id and, in version 3, by name: the map says what they are here.
 * Source: the values of both versions in a browser, docs.usercentrics.com.
 *
 * @example importChoices({ from: [usercentrics({ 'Google Analytics': 'statistics', BJ59EidsWQ: false })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function usercentrics(map: NameMap = {}, { grants }: ImportOptions = {}): Importer {
  return {
    name: 'usercentrics',
    items: ['ucData', 'ucString', 'uc_settings', 'uc_user_interaction'],
    map,
    grants,
    find({ item }, names) {
      const { consent } = readObject(item('ucData'))
      if (consent) {
        const { services, updatedAt: time } = consent as Fields
        const answers = Object.entries(services as Fields).map(([id, service]) => {
          const { name = id, consent } = fieldsOf(service)
          return [Object.hasOwn(names, id) ? id : name, consent]
        })
        return isImplicit(consent as Fields) ? undefined : { answers: Object.fromEntries(answers), time }
      }
      if (item('uc_user_interaction') !== 'true') return
      const all = readObject(item('uc_settings')).services as Fields[]
      const explicit = all.filter((service) => !isImplicit(lastOf(service)))
      return {
        answers: Object.fromEntries(explicit.map(({ id, status }) => [id, status])),
        time: explicit[0] && lastOf(explicit[0]).timestamp,
      }
    },
  }
}
