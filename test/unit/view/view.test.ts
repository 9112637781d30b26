import { afterEach, expect, test, vi } from 'vitest'
import type { MountedView } from '../../../src/api/view.js'
import fr from '../../../src/locales/fr.js'
import view from '../../../src/view/index.js'
import { createContext, record } from './context.js'

let mounted: MountedView | undefined

afterEach(() => {
  mounted?.destroy()
  mounted = undefined
  document.body.replaceChildren()
})

async function mount(given: Parameters<typeof createContext>[0] = {}) {
  const created = createContext(given)
  mounted = await view.mount(created.context)
  return { ...created, view: mounted }
}

const host = () => document.getElementById('askfirst')
const find = <E extends HTMLElement>(selector: string) =>
  host()?.shadowRoot?.querySelector<E>(selector) ?? undefined
const text = (selector: string) => find(selector)?.textContent

test('mounting alone puts nothing into the page', async () => {
  await mount()
  expect(host()).toBeNull()
})

test('the banner is a labelled region between head and body, out of search snippets', async () => {
  document.body.append(document.createElement('main'))
  const { view } = await mount()
  await view.open('banner')
  expect(document.head.nextElementSibling).toBe(host())
  expect(document.body.previousElementSibling).toBe(host())
  expect(host()?.hasAttribute('data-nosnippet')).toBe(true)
  const label = find('[data-surface=banner]')?.getAttribute('aria-labelledby')
  expect(text(`#${label}`)).toBe('Your privacy')
})

test('accept, reject and preferences differ in nothing but their words', async () => {
  const { view } = await mount()
  await view.open('banner')
  const buttons = [...(host()?.shadowRoot?.querySelectorAll('button') ?? [])]
  expect(buttons.map((button) => button.dataset.consentAction)).toEqual([
    'accept-all',
    'reject-all',
    'preferences',
  ])
  expect(new Set(buttons.map((button) => `${button.getAttribute('part')} ${button.className}`)).size).toBe(1)
})

test('the banner names the purposes that can be refused and links to the policy', async () => {
  const { view } = await mount()
  await view.open('banner')
  expect(text('[part=text]')).toContain('Statistics, Marketing.')
  expect(text('[part=text]')).not.toContain('Necessary')
  expect(find('[part=link]')?.getAttribute('href')).toBe('/cookies')
})

test('without a policy there is no link', async () => {
  const { view } = await mount({ options: { policy: { version: '' } } })
  await view.open('banner')
  expect(find('[part=link]')).toBeUndefined()
})

test('texts of a site are text, never HTML', async () => {
  const { view } = await mount({ options: { texts: { title: '<img src=x onerror=alert(1)>' } } })
  await view.open('banner')
  expect(find('img')).toBeUndefined()
  expect(text('[part=title]')).toBe('<img src=x onerror=alert(1)>')
})

test('a change of language reaches what is open', async () => {
  const { view, state } = await mount({ options: { locales: { fr: async () => ({ default: fr }) } } })
  await view.open('banner')
  state.locale = 'fr'
  await view.update()
  expect(text('[data-consent-action=reject-all]')).toBe('Tout refuser')
  expect(host()?.lang).toBe('fr')
})

test('a visitor who answers while the texts are on their way sees no banner', async () => {
  const { view } = await mount({ locale: 'fr', options: { locales: { fr: async () => ({ default: fr }) } } })
  const opening = view.open('banner')
  await view.close('banner')
  await opening
  expect(host()).toBeNull()
})

test('nothing is ticked before the first answer but what is required', async () => {
  const { view } = await mount()
  await view.open('preferences')
  expect(find<HTMLInputElement>('#necessary')).toMatchObject({ checked: true, disabled: true })
  expect(find<HTMLInputElement>('#statistics')).toMatchObject({ checked: false, disabled: false })
  expect(find<HTMLInputElement>('#marketing')?.checked).toBe(false)
})

test('switches show the answers in force', async () => {
  const { view } = await mount({ status: 'decided', record, granted: ['necessary', 'marketing'] })
  await view.open('preferences')
  expect(find<HTMLInputElement>('#statistics')?.checked).toBe(false)
  expect(find<HTMLInputElement>('#marketing')?.checked).toBe(true)
})

test('a new policy asks again from the answers given to the old one', async () => {
  const { view } = await mount({ record })
  await view.open('preferences')
  expect(find<HTMLInputElement>('#statistics')?.checked).toBe(true)
  expect(find<HTMLInputElement>('#marketing')?.checked).toBe(false)
  expect(text('[part=proof]')).toContain('October 1, 2024, reference Vq3fJ8kLmN0pQw1x')
})

test('what was switched and not saved is gone when the dialog opens again', async () => {
  const { view } = await mount()
  await view.open('preferences')
  find('#statistics')?.click()
  expect(find<HTMLInputElement>('#statistics')?.checked).toBe(true)
  await view.close('preferences')
  await view.open('preferences')
  expect(find<HTMLInputElement>('#statistics')?.checked).toBe(false)
})

test('a change elsewhere moves switches the visitor has not touched, and no others', async () => {
  const { view, state } = await mount()
  await view.open('preferences')
  find('#statistics')?.click()
  Object.assign(state, { status: 'decided', record, granted: ['marketing'] })
  await view.update()
  expect(find<HTMLInputElement>('#statistics')?.checked).toBe(true)
  expect(find<HTMLInputElement>('#marketing')?.checked).toBe(true)
})

test('declared services and cookies are shown with what the visitor needs to know', async () => {
  const cookies = [
    { name: /^_ga_/, duration: 'P13M', purpose: { en: 'Tells visits apart.' }, party: 'third' as const },
  ]
  const services = {
    ga: { label: 'Analytics', provider: 'Google', policyUrl: 'https://g.example/privacy', cookies },
  }
  const categories = { statistics: { required: false, services, cookies: [] } }
  const { view } = await mount({ options: { categories } })
  await view.open('preferences')
  expect(text('summary')).toBe('Services 1 · Cookies 1')
  expect(text('[part=service]')).toMatch(/Analytics.*Google.*_ga_\*.*13 months.*Tells visits apart\./)
  expect(text('[part=details]')).toMatch(/TypeCookieKept for13 monthsSet byA third partyProviderGoogle/)
  expect(find('[part=service] input')).toBeUndefined()
})

test('a service with a switch follows its category until it is switched by itself', async () => {
  const services = { youtube: { switch: true }, maps: { switch: true } }
  const categories = { marketing: { required: false, services, cookies: [] } }
  const { view } = await mount({ options: { categories } })
  await view.open('preferences')
  const service = (name: string) => find<HTMLInputElement>(`[data-category=marketing][data-service=${name}]`)
  find('#marketing')?.click()
  expect([service('youtube')?.checked, service('maps')?.checked]).toEqual([true, true])
  service('maps')?.click()
  expect([find<HTMLInputElement>('#marketing')?.checked, service('maps')?.checked]).toEqual([true, false])
})

test('the close button dismisses and decides nothing', async () => {
  const { view, dismiss } = await mount()
  await view.open('preferences')
  // Without layout the dialog counts as hidden, and a hidden one dismisses itself.
  dismiss.mockClear()
  find('[part=close]')?.click()
  expect(dismiss).toHaveBeenCalledExactlyOnceWith('preferences')
})

test('a saved choice is announced, a dismissed dialog is not', async () => {
  const { view, state } = await mount()
  await view.open('preferences')
  await view.close('preferences')
  expect(text('[role=status]')).toBe('')
  await view.open('preferences')
  state.record = record
  await view.close('preferences')
  expect(text('[role=status]')).toBe('Preferences saved')
})

test('dead copies of the host in the page are cleared away', async () => {
  const copy = document.createElement('div')
  copy.id = 'askfirst'
  copy.dataset.nosnippet = ''
  document.body.append(copy)
  const { view } = await mount()
  await view.open('banner')
  expect(copy.isConnected).toBe(false)
  expect(document.querySelectorAll('#askfirst')).toHaveLength(1)
})

test('an app that empties the page gets the banner back, a closed one stays away', async () => {
  const { view } = await mount()
  await view.open('banner')
  document.body.replaceChildren()
  expect(host()).not.toBeNull()
  host()?.remove()
  await vi.waitFor(() => expect(host()).not.toBeNull())
  await view.close('banner')
  host()?.remove()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(host()).toBeNull()
})

test('what keeps removing the banner wins after three times, and that is reported once', async () => {
  const { view, report } = await mount()
  await view.open('banner')
  for (let removals = 0; removals < 3; removals++) {
    host()?.remove()
    await vi.waitFor(() => expect(host()).not.toBeNull())
  }
  host()?.remove()
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce())
  expect(host()).toBeNull()
})

test('destroying it leaves the document without host and sheets', async () => {
  const { view } = await mount()
  await view.open('banner')
  await view.open('preferences')
  view.destroy()
  expect(host()).toBeNull()
  expect(document.adoptedStyleSheets).toHaveLength(0)
})
