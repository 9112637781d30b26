import type { AskedHost, Declaration, Facts, StoredItem } from '../../../src/audit/rules/facts.js'

export const item = (more: Partial<StoredItem> = {}): StoredItem => ({
  name: 'thing',
  kind: 'cookie',
  domain: 'www.shop.test',
  party: 'first',
  seen: ['before'],
  pages: ['https://www.shop.test/'],
  ...more,
})

export const asked = (more: Partial<AskedHost> = {}): AskedHost => ({
  host: 'tags.test',
  party: 'third',
  type: ['script'],
  seen: ['before'],
  pages: ['https://www.shop.test/'],
  count: 1,
  identifierBytes: 0,
  setsCookies: [],
  initiator: [],
  example: 'https://tags.test/t.js',
  ...more,
})

export const facts = (more: Partial<Facts> = {}): Facts => ({
  url: 'https://www.shop.test/',
  storage: [],
  requests: [],
  answers: [],
  choices: [],
  ...more,
})

export const declaration = (more: Partial<Declaration> = {}): Declaration => ({
  source: 'page',
  record: 'askfirst',
  categories: { necessary: 'required', statistics: 'opt-in', marketing: 'opt-in', measure: 'opt-out' },
  items: [],
  hosts: {},
  ...more,
})
