import { expect, test } from 'vitest'
import type { Plugin } from '../../../src/api/plugin.js'
import { createHooks } from '../../../src/core/hooks.js'

const record = { id: 'x', decidedAt: new Date(), policy: '', source: 'api', choices: {} }

function createPlugins(...plugins: (Plugin | false | null | undefined)[]) {
  const failures: string[] = []
  const hooks = createHooks(plugins, (what, action) => {
    try {
      action()
    } catch {
      failures.push(what)
    }
  })
  return { hooks, failures }
}

test('falsy plugins are skipped and the last of a name is used', () => {
  const calls: string[] = []
  const { hooks } = createPlugins(
    false,
    { name: 'a', decided: () => calls.push('first') },
    null,
    { name: 'a', decided: () => calls.push('last') },
    undefined,
  )
  hooks.call('decided', record)
  expect(calls).toEqual(['last'])
})

test('a hook that throws is reported and stops no other plugin', () => {
  const calls: string[] = []
  const { hooks, failures } = createPlugins(
    {
      name: 'broken',
      decided: () => {
        throw new Error('broken')
      },
    },
    { name: 'sound', decided: () => calls.push('sound') },
  )
  hooks.call('decided', record)
  expect(calls).toEqual(['sound'])
  expect(failures).toEqual(['plugin "broken"'])
})

test('a plugin that ends the consent object in its setup leaves the later ones alone', () => {
  const calls: string[] = []
  let isWanted = true
  const { hooks } = createPlugins(
    {
      name: 'ends',
      setup: () => {
        isWanted = false
      },
    },
    { name: 'later', setup: () => void calls.push('later') },
  )
  hooks.setup({} as never, () => isWanted)
  expect(calls).toEqual([])
})

test('a plugin that comes late is told what it has missed', () => {
  const calls: string[] = []
  const { hooks } = createPlugins()
  hooks.call('early', {} as never)
  hooks.setup({} as never, () => true)
  hooks.add({ name: 'late', early: () => calls.push('early'), setup: () => void calls.push('setup') })
  expect(calls).toEqual(['early', 'setup'])
})
