import { expect, test } from '../harness/index.js'
import { held, note } from '../harness/shop.js'

const source = `
  import { createConsent } from 'askfirst'
  import '@hotwired/turbo'
  window.consent = createConsent({ view: () => import('askfirst/view') })
  window.consent.start()`

const shell = (script: string, name: string, body: string) =>
  `<head><title>${name}</title>${script}</head><body><h1>${name}</h1>
  <nav><a href="/">one</a> <a href="/two">two</a> <a href="#" data-consent-action="preferences">Cookie settings</a></nav>${body}</body>`

test('tags in a frame that is loaded and in the answer to a form run once, in order', async ({
  page,
  site,
  consent,
}) => {
  const script = await site.bundle(source)
  const url = site.page(
    shell(
      script,
      'One',
      `<a href="/part" data-turbo-frame="part">part</a><turbo-frame id="part"></turbo-frame>
      <form action="/answer" method="get"><button>Send</button></form>`,
    ),
  )
  site.page(
    `<body><turbo-frame id="part"><p>Part</p>${held(`src="${site.tag('part file', { delay: 100 })}"`)}${held('', note('part inline'))}</turbo-frame></body>`,
    { path: '/part' },
  )
  site.page(shell(script, 'Answer', held('', note('answer'))), { path: '/answer' })
  await page.goto(url)
  await consent.accept()
  await page.getByRole('link', { name: 'part' }).click()
  await expect(page.getByText('Part', { exact: true })).toBeVisible()
  await expect.poll(() => site.ran(page)).toEqual(['part file', 'part inline'])
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Answer' })).toBeVisible()
  await expect.poll(() => site.ran(page)).toEqual(['part file', 'part inline', 'answer'])
})
