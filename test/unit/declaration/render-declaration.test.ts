import { expect, test } from 'vitest'
import { renderDeclaration } from '../../../src/declaration/index.js'
import fr from '../../../src/locales/fr.js'
import type { ConsentRecord } from '../../../src/model/record.js'
import { options } from './options.js'

type Rendering = Parameters<typeof renderDeclaration>[1]

function render(shown?: Rendering, given = options): HTMLElement {
  const host = document.createElement('div')
  host.innerHTML = renderDeclaration(given, shown)
  return host
}

const plain = (text: string | null | undefined) => `${text}`.replace(/[\u00a0\u202f]/g, ' ')
const captions = (host: HTMLElement) => [...host.querySelectorAll('caption')].map((it) => it.textContent)
/** Rows of the table with this caption, cell by cell. */
const rows = (host: HTMLElement, caption: string) => {
  const table = [...host.querySelectorAll('table')].find((it) => it.caption?.textContent === caption)
  return [...(table?.rows ?? [])].map((row) => [...row.cells].map((cell) => plain(cell.textContent)))
}

const record = (policy: string, choices: ConsentRecord['choices']): ConsentRecord => ({
  id: 'Vq3fJ8kLmN0pQw1x',
  decidedAt: new Date('2024-11-02T12:00:00Z'),
  policy,
  source: 'banner',
  choices,
})

test('each cookie stands in the table of its category, with all that is declared of it', () => {
  expect(rows(render(), 'Measuring')).toEqual([
    ['Name', 'Purpose', 'Provider', 'Kept for', 'Type', 'Set by'],
    [
      'Visitor _ga',
      'Tells visitors apart.',
      'Example Inc. Privacy policy',
      '13 months',
      'Cookie',
      'This site',
    ],
    ['_ga_*', 'Tells visits apart.', 'Example Inc. Privacy policy', '13 months', 'Cookie', 'This site'],
    [
      'queue',
      'Waits for the network.',
      'Example Inc. Privacy policy',
      'Until it is deleted',
      'Local storage',
      'This site',
    ],
  ])
  expect(rows(render(), 'Marketing').slice(1)).toEqual([
    [
      'ad_profile',
      'Chooses advertisements.',
      'ads.example',
      '180 days',
      'Cookie',
      'A third party · ads.example',
    ],
    ['tab', 'Counts tabs.', 'Ads Ltd', 'Until the browser is closed', 'Session storage', 'A third party'],
  ])
})

test('the categories are described: purpose, whether they identify, and the legal basis', () => {
  const [, necessary, statistics, marketing] = rows(render(), 'Categories of cookies')
  expect(necessary?.slice(2)).toEqual([
    'No',
    'Strictly necessary for the service you ask for: works without consent',
  ])
  expect(statistics).toEqual([
    'Measuring',
    'Help us understand how the site is used, so that we can improve it.',
    'Only as a number.',
    'Your consent',
  ])
  expect(marketing?.slice(2)).toEqual(['Yes', 'Consent, and nothing else'])
})

test('a category that stores nothing says so', () => {
  expect(rows(render(), 'Preferences')[1]).toEqual(['Nothing is stored.'])
})

test('our own cookie is declared under what is required, for as long as it is kept', () => {
  expect(rows(render(), 'Necessary')[2]).toEqual([
    '__Host-askfirst',
    'Keeps your answer about cookies.',
    'This site',
    '182 days',
    'Cookie',
    'This site',
  ])
  const renamed = { ...options, cookie: { name: 'choice', days: 90 } }
  expect(rows(render({}, renamed), 'Necessary')[2]?.slice(0, 4)).toEqual([
    '__Host-choice',
    'Keeps your answer about cookies.',
    'This site',
    '90 days',
  ])
})

test('a site that declares our cookie itself has it once, in its own words', () => {
  const necessary = { required: true, cookies: [{ name: 'ask*', purpose: 'Our words.' }] }
  const table = rows(render({}, { categories: { necessary } }), 'Necessary')
  expect(table).toEqual([
    ['Name', 'Purpose', 'Provider', 'Type', 'Set by'],
    ['ask*', 'Our words.', 'This site', 'Cookie', 'This site'],
  ])
})

test('without a required category our cookie gets one', () => {
  expect(captions(render({}, { categories: { statistics: {} } }))).toEqual([
    'Categories of cookies',
    'Necessary',
    'Statistics',
  ])
})

test('a category called necessary that is not required keeps what it says, and our cookie', () => {
  const necessary = { label: 'Needed', cookies: [{ name: 'basket' }] }
  const host = render({ record: null }, { categories: { necessary, statistics: {} } })
  expect(rows(host, 'Needed').map(([name]) => name)).toEqual(['Name', 'basket', '__Host-askfirst'])
  expect(rows(host, 'Categories of cookies')[1]?.at(-1)).toBe('Not allowed')
})

test('by party and persistence there are at most four tables, and each row names its category', () => {
  const host = render({ groupBy: 'party-persistence', show: ['cookies'] })
  expect(captions(host)).toEqual([
    'First-party session cookies',
    'First-party persistent cookies',
    'Third-party session cookies',
    'Third-party persistent cookies',
  ])
  expect(rows(host, 'First-party persistent cookies').map(([name, , category]) => [name, category])).toEqual([
    ['Name', 'Category'],
    ['__Host-askfirst', 'Necessary'],
    ['Visitor _ga', 'Measuring'],
    ['_ga_*', 'Measuring'],
    ['queue', 'Measuring'],
  ])
  expect(rows(host, 'Third-party session cookies').map(([name]) => name)).toEqual(['Name', 'tab'])
})

test('by service, what belongs to none is the site’s own', () => {
  const host = render({ groupBy: 'service', show: ['cookies'] })
  expect(captions(host)).toEqual(['This site', 'Analytics'])
  expect(rows(host, 'Analytics')).toHaveLength(4)
})

test('it speaks the visitor’s language: texts, names, periods and the version', () => {
  const host = render({ locale: 'fr', strings: fr, groupBy: 'party-persistence' })
  expect(host.firstElementChild?.getAttribute('lang')).toBe('fr')
  expect(captions(host)).toContain('Cookies d’origine persistants')
  expect(plain(host.querySelector('time')?.textContent)).toBe('Version du 1 octobre 2024')
  const visitor = rows(host, 'Cookies d’origine persistants').find(([name]) => name === 'Visiteur _ga')
  expect(visitor).toContain('13 mois')
  expect(visitor).toContain('Mesure')
})

test('a language tag that is none breaks nothing', () => {
  expect(plain(render({ locale: 'fr_BE', strings: fr }).textContent)).toContain('Version du 1 octobre 2024')
  expect(render({ locale: 'fr_BE', strings: fr }).textContent).toContain('Mesure')
  for (const locale of ['*', '', 'x y', 'en_US'])
    expect(render({ locale, strings: fr }).querySelector('time')).not.toBeNull()
})

test('a version is a date where it is one, and stays what it is where it is not', () => {
  const version = (value: string | number) => render({ show: ['version'] }, { policy: { version: value } })
  expect(version('2024-10-01').querySelector('time')?.getAttribute('datetime')).toBe('2024-10-01')
  expect(version(7).textContent).toBe('Version 7')
  expect(version('2024-13-99').textContent).toBe('Version 2024-13-99')
  expect(render({ show: ['version'] }, {}).textContent).toBe('')
  const british = renderDeclaration(
    { policy: { version: '2024-10-01' } },
    { locale: 'en-GB', show: ['version'] },
  )
  expect(british).toContain('Version of 1 October 2024')
})

test('the site’s own words win over the built-in ones', () => {
  const texts = { name: { en: 'Cookie', fr: 'Témoin' } }
  expect(rows(render({}, { ...options, texts }), 'Measuring')[0]?.[0]).toBe('Cookie')
  const french = render({ locale: 'fr-BE', strings: fr }, { ...options, texts })
  expect(rows(french, 'Mesure')[0]?.[0]).toBe('Témoin')
})

test('without a visitor there is no choice in it: a page for everyone', () => {
  const host = render()
  expect(host.querySelector('button')).toBeNull()
  expect(host.textContent).not.toContain('Your current choice')
})

test('with a visitor it shows the answers, and the way to change and withdraw them', () => {
  const choices = { statistics: true, marketing: false, preferences: false }
  const host = render({ record: record('2024-10-01', choices) })
  expect(host.querySelector('[role=status]')?.textContent).toBe(
    'Your choice of November 2, 2024, reference Vq3fJ8kLmN0pQw1x',
  )
  expect(rows(host, 'Categories of cookies').map((row) => row.at(-1))).toEqual([
    'Your current choice',
    'Always active',
    'Allowed',
    'Not allowed',
    'Not allowed',
  ])
  expect([...host.querySelectorAll('button')].map((it) => it.dataset.consentAction)).toEqual([
    'preferences',
    'withdraw',
  ])
})

test('a service that was answered by itself is named beside its category', () => {
  const services = { tube: { label: 'Tube' }, maps: { label: 'Maps' } }
  const given = { categories: { necessary: { required: true }, marketing: { services }, statistics: {} } }
  const answers = (choices: ConsentRecord['choices']) =>
    rows(render({ record: record('', choices) }, given), 'Categories of cookies')
      .slice(2)
      .map((row) => row.at(-1))
  expect(answers({ marketing: false, 'marketing.tube': true, statistics: true })).toEqual([
    'Not allowed · Tube – Allowed',
    'Allowed',
  ])
  expect(answers({ marketing: true, 'marketing.maps': false, statistics: false })).toEqual([
    'Allowed · Maps – Not allowed',
    'Not allowed',
  ])
})

test('before the first answer it says so, and after a new version that the old answers hold', () => {
  expect(render({ record: null }).querySelector('[role=status]')?.textContent).toContain(
    'You have not answered yet',
  )
  const old = render({
    record: record('2023-01-01', { statistics: true, marketing: false, preferences: false }),
  })
  expect(old.querySelector('[role=status]')?.textContent).toContain('under an earlier version')
  expect(rows(old, 'Categories of cookies')[2]?.at(-1)).toBe('Allowed')
})

test('only the parts that are asked for are there', () => {
  expect(captions(render({ show: ['categories'] }))).toEqual(['Categories of cookies'])
  expect(render({ show: ['categories'] }).querySelector('time')).toBeNull()
})

test('categories link to their tables where those are on the page', () => {
  const links = [...render().querySelectorAll('#declared-categories a')].map((it) => it.getAttribute('href'))
  expect(links).toEqual([
    '#declared-necessary',
    '#declared-statistics',
    '#declared-marketing',
    '#declared-preferences',
  ])
  for (const link of links) expect(render().querySelector(`${link}`)).not.toBeNull()
  expect(render({ groupBy: 'service' }).querySelector('#declared-categories a')).toBeNull()
})

test('nothing that is declared can become markup or a script', () => {
  const evil = '"><img src=x onerror=alert(1)>&amp;\u00a0'
  const cookies = [
    {
      name: evil,
      label: evil,
      purpose: evil,
      provider: evil,
      policyUrl: 'javascript:alert(1)',
      duration: evil,
      domain: evil,
    },
  ]
  const host = render(
    { locale: evil },
    {
      categories: { necessary: { required: true, label: evil, description: evil, cookies } },
      texts: { purpose: evil },
    },
  )
  expect(host.querySelector('img, script, [onerror]')).toBeNull()
  expect(host.querySelector('a[href^=javascript]')).toBeNull()
  expect(host.querySelector('code')?.textContent).toBe(evil)
  expect(host.querySelector('td')?.getAttribute('data-label')).toBe(evil)
})

test('tables are tables: captions, and headings with their scope', () => {
  for (const table of render().querySelectorAll('table')) {
    expect(table.caption?.textContent).toBeTruthy()
    expect([...table.querySelectorAll('thead th')].every((it) => it.getAttribute('scope') === 'col')).toBe(
      true,
    )
    for (const row of table.tBodies[0]?.rows ?? [])
      expect(row.cells[0]?.getAttribute('scope') ?? row.cells[0]?.colSpan).toBeTruthy()
  }
})

test('options that cannot work are refused as createConsent refuses them', () => {
  expect(() => renderDeclaration({ categories: {} })).toThrow('[askfirst] categories')
})

test.each([
  ['provider', { name: 'a', provider: { tag: 'img', attributes: { onerror: 'alert(1)' } } }],
  ['domain', { name: 'a', domain: { children: [] } }],
  ['duration', { name: 'a', duration: ['P1Y'] }],
  ['purpose', { name: 'a', purpose: { en: { tag: 'b' } } }],
])('an object in %s is an error that names the option, and no HTML', (key, item) => {
  const options = { categories: { ads: { cookies: [item] } } } as never
  expect(() => renderDeclaration(options)).toThrow(
    new RegExp(`^\\[askfirst\\] cookies of ads\\.${key}: .* cannot be shown\\. Use a text`),
  )
})

test('a language file knows its tag: French words come with French dates', () => {
  const html = renderDeclaration({ policy: { version: '2024-10-01' } }, { strings: fr })
  expect(html).toContain('lang="fr"')
  expect(html).toContain('1 octobre 2024')
  expect(html).not.toContain('October')
  const asked = renderDeclaration({ policy: { version: '2024-10-01' } }, { strings: fr, locale: 'fr-BE' })
  expect(asked).toContain('lang="fr-BE"')
  // The file wins over a language that it is not in.
  expect(renderDeclaration({ locale: 'en' }, { strings: fr })).toContain('lang="fr"')
})

test('a category that works until it is refused does not name consent as its ground', () => {
  const html = renderDeclaration({
    categories: { statistics: { model: 'opt-out' }, preferences: { model: 'exempt' }, marketing: {} },
  })
  expect(html.match(/Works until you refuse/g)).toHaveLength(2)
  expect(html.match(/Your consent/g)).toHaveLength(1)
})
