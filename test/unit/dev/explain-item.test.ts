import { expect, test } from 'vitest'
import { explainItem } from '../../../src/dev/explain/explain-item.js'
import { resolveSettings } from '../../../src/model/resolve-settings.js'

const settings = resolveSettings(
  {
    categories: {
      necessary: { required: true, cookies: [{ name: 'basket' }, { name: '_ga*' }] },
      statistics: { services: { own: { cookies: [{ name: 'visits', kind: 'local-storage' }] } } },
    },
  },
  false,
)
const explain = (name: string, kind: 'cookie' | 'local-storage', isGranted = false, isDecided = false) =>
  explainItem(
    { name, kind },
    {
      settings,
      isGranted: (it) => it === 'necessary' || isGranted,
      isDecided,
      explainName: (it) => `(${it})`,
    },
  )

test('an item is explained by the name that it is declared under', () => {
  expect(explain('basket', 'cookie')).toEqual({ text: 'It is declared under "necessary". (necessary)' })
  expect(explain('visits', 'local-storage', true)).toEqual({
    text: 'It is declared under "statistics.own". (statistics.own)',
  })
  expect(explain('askfirst', 'cookie')).toEqual({ text: 'It keeps the record of askfirst.' })
})

test('an item that may not be there names the rule of the audit', () => {
  expect(explain('visits', 'local-storage').rule).toBe('storage-before-consent')
  expect(explain('visits', 'local-storage', false, true).rule).toBe('storage-after-reject')
  expect(explain('visits', 'cookie').rule).toBe('undeclared-storage')
  expect(explain('_ga', 'cookie')).toEqual({
    rule: 'misfiled-storage',
    text: 'It is declared under "necessary", which cannot be refused, and is known for statistics. Declare it under "statistics".',
  })
})
