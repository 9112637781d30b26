import { expect, test } from 'vitest'
import { compareStorage, type StoredItem } from '../../../src/dev/compare-storage.js'
import { resolveSettings } from '../../../src/model/resolve-settings.js'

const options = resolveSettings({
  categories: {
    necessary: { required: true, cookies: [{ name: 'session' }, { name: /^__?g/ }] },
    statistics: {
      services: { ga: { cookies: [{ name: '_ga*' }, { name: 'queue', kind: 'local-storage' }] } },
    },
  },
})
const cookie = (name: string): StoredItem => ({ kind: 'cookie', name })

test('what is declared, our own cookie included, is not worth a word', () => {
  const present = [
    cookie('session'),
    cookie('__Host-askfirst'),
    { kind: 'local-storage', name: 'queue' } as const,
  ]
  expect(compareStorage(options, present)).toEqual([])
})

test('what is not declared is named, with the store it is in', () => {
  expect(compareStorage(options, [cookie('queue'), { kind: 'indexed-db', name: 'session' }])).toEqual([
    'undeclared-storage: cookie "queue" is not declared',
    'undeclared-storage: indexed-db "session" is not declared',
  ])
})

test('a known analytics cookie under a required category is misfiled, under another it is not', () => {
  expect(compareStorage(options, [cookie('_gid')])).toEqual([
    'misfiled-storage: cookie "_gid" is declared under "necessary", which cannot be refused, and is known for statistics',
  ])
  const statistics = resolveSettings({ categories: { statistics: { cookies: [{ name: '_gid' }] } } })
  expect(compareStorage(statistics, [cookie('_gid')])).toEqual([])
})

test('a misfiled declaration is found before its cookie is there', () => {
  const necessary = { required: true, cookies: [{ name: '_fbp' }, { name: '_ga_*' }] }
  expect(compareStorage(resolveSettings({ categories: { necessary } }), [])).toEqual([
    'misfiled-storage: cookie "_fbp" is declared under "necessary", which cannot be refused, and is known for marketing',
    'misfiled-storage: cookie "_ga_*" is declared under "necessary", which cannot be refused, and is known for statistics',
  ])
})

test('one thing is told once, however often it is there', () => {
  expect(compareStorage(options, [cookie('x'), cookie('x')])).toHaveLength(1)
})
