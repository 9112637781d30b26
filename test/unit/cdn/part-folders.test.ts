import { expect, test } from 'vitest'
import { partFolders } from '../../../src/cdn/parts/part-folders.js'

const of = (src: string, named?: string) => partFolders({ tag: { src }, version: '1.2.3', named })

test('the short addresses of package CDNs lead into the package, and to nothing beside it', () => {
  for (const short of ['askfirst', 'askfirst@1', 'askfirst@1/', 'askfirst?x=1'])
    expect(of(`https://cdn.test/npm/${short}`)).toEqual(['https://cdn.test/npm/askfirst@1.2.3/dist/cdn/'])
})

test('a range is the exact version first, then where redirects led, then as written', () => {
  expect(of('https://cdn.test/askfirst@1/dist/cdn/askfirst.js')).toEqual([
    'https://cdn.test/askfirst@1.2.3/dist/cdn/',
    './',
    'https://cdn.test/askfirst@1/dist/cdn/',
  ])
})

test('an exact version and a folder of the site are taken as they are', () => {
  expect(of('https://cdn.test/askfirst@1.2.3/dist/cdn/core.js')[1]).toBe(
    'https://cdn.test/askfirst@1.2.3/dist/cdn/',
  )
  expect(of('file:///home/me/site/askfirst.js#x')).toEqual(['./', 'file:///home/me/site/'])
})

test('a folder that the page names is the only one', () => {
  const folder = new URL('/vendor/', document.baseURI).href
  expect(of('https://cdn.test/npm/askfirst', '/vendor')).toEqual([folder])
  expect(of('https://cdn.test/npm/askfirst', '/vendor/')).toEqual([folder])
})

test('a copy of the file in the page has no place, and asks for no part', () => {
  expect(of('')).toEqual([])
})

test('without a tag a module has imported the file: parts lie beside it', () => {
  expect(partFolders({ tag: undefined, version: '1.2.3', named: undefined })).toEqual(['./'])
})
