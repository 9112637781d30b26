import { definePlugin, type Plugin } from '../api/plugin.js'
import { categoryOf } from '../model/names.js'

/**
 * Lists on `<html data-consent>` what is granted, so that CSS can react:
 * categories, and services where they differ from theirs.
 */
export function rootAttribute(): Plugin {
  let write: (() => void) | undefined
  return definePlugin({
    name: 'root-attribute',
    // Before every listener of the page: one may read the attribute.
    early({ consent }) {
      consent.on('change', () => write?.())
    },
    setup({ answer, granted }) {
      const { dataset } = document.documentElement
      // A server may have written it already.
      const before = dataset.consent
      write = () => {
        dataset.consent = granted()
          .filter((name) => !name.includes('.') || !answer(categoryOf(name)))
          .join(' ')
      }
      write()
      return () => {
        write = undefined
        if (before === undefined) delete dataset.consent
        else dataset.consent = before
      }
    },
  })
}
