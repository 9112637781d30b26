import { expect, test } from '../harness/index.js'

// What the prerendered page sees, told to the server, because nobody can look at it.
const report = `<script>
  const tell = (what) => fetch('/collect?' + new URLSearchParams({ what, hidden: String(document.prerendering) }))
  for (const type of ['ready', 'change', 'open']) document.addEventListener('askfirst:' + type, () => tell(type))
  askfirst.whenGranted('statistics').then(() => tell('granted'))
  setTimeout(() => tell('cookie ' + document.cookie.replace(/.*:/, '')), 1500)
</script>`

const speculation = `<script type="speculationrules">
  ${JSON.stringify({ prerender: [{ urls: ['/next'], eagerness: 'immediate' }] })}
</script>`

const leave = (milliseconds: number) => `setTimeout(() => { location.href = '/next' }, ${milliseconds})`

const released = (category: string, what: string) =>
  `<script type="text/plain" data-category="${category}">tell('${what}')</script>`

for (const choice of ['nothing', 'acceptance', 'refusal'] as const) {
  test(`a prerendered page waits until it is shown, and follows the ${choice} made meanwhile`, async ({
    site,
    unattended,
  }) => {
    const tags =
      released('necessary', 'needed') + released('statistics', 'ran') + released('!statistics', 'refused')
    site.page(`${site.cdn()}<body>${report}${tags}<script type="text/plain" data-category="statistics"
      src="${site.tag('A')}"></script>`, { path: '/next' })
    const decide = { nothing: '', acceptance: 'askfirst.acceptAll()', refusal: 'askfirst.rejectAll()' }[choice]
    const first = site.page(`${site.cdn()}${speculation}
      <script>setTimeout(() => { ${decide} }, 2500); ${leave(3500)}</script>`)

    await unattended(first)

    const told = () => site.requests({ path: '/collect' }).map(({ query }) => query)
    const names = () => told().map((query) => query.get('what') ?? '')
    const last = { nothing: 'open', acceptance: 'ran', refusal: 'refused' }[choice]
    await expect.poll(names, { timeout: 20_000 }).toContain(last)
    if (choice === 'acceptance') {
      await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(1)
      await expect.poll(names).toContain('granted')
    }

    expect(site.requests({ path: '/next' })).toHaveLength(1)
    const early = told().filter((query) => query.get('hidden') === 'true')
    expect(early.map((query) => query.get('what'))).toEqual(['cookie '])
    const late = names().filter((name) => !name.startsWith('cookie'))
    expect([...late].sort()).toEqual(
      {
        nothing: ['needed', 'open', 'ready'],
        acceptance: ['granted', 'needed', 'ran', 'ready'],
        refusal: ['needed', 'ready', 'refused'],
      }[choice],
    )
    expect(site.requests({ host: 'stats.test' })).toHaveLength(choice === 'acceptance' ? 1 : 0)
  })
}
