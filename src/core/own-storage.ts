import { warn } from '../browser/warn.js'
import type { StorageOptions } from '../model/settings.js'
import type { ConsentStorage } from './cookie-storage.js'

/** Keeps the record in the site's own place (option `storage`). What throws or answers no text keeps nothing. */
export function createOwnStorage(storage: StorageOptions): ConsentStorage {
  function attempt<T>(action: () => T): T | undefined {
    try {
      return action()
    } catch (cause) {
      warn('storage: it threw. Return undefined from read and false from write where nothing is kept.', cause)
    }
    return
  }
  return {
    read() {
      const value = attempt(() => storage.read())
      return value && typeof value === 'string' ? [value] : []
    },
    // A promise is no answer: reading back tells.
    write: (value, expires) => attempt(() => storage.write(value, expires)) === true,
  }
}
