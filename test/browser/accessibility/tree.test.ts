import { expect, test } from '../harness/index.js'
import { openStage } from '../harness/stage.js'

const html = `<main><h1>Shop</h1>
  <iframe title="Film" data-category="marketing" data-src="/frame.html" width="400" height="225"></iframe></main>`

test('what assistive technology is told of the banner, the placeholder and the floating button', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, html)
  await stage.show({ banner: { settingsButton: true, imprintUrl: '/imprint' } })
  const inside = page.frameLocator('iframe')
  await expect(inside.getByRole('group')).toBeVisible()
  await expect(page.locator('html')).toMatchAriaSnapshot(`
    - region "Your privacy":
      - heading "Your privacy" [level=2]
      - paragraph:
        - text: /We use cookies .* Statistics, Marketing\\. You can change your mind at any time\\./
        - link "Cookie policy":
          - /url: /cookies
        - link "Legal notice":
          - /url: /imprint
      - button "Accept all"
      - button "Reject all"
      - button "Preferences"
    - status
    - main:
      - heading "Shop" [level=1]
      - iframe
  `)
  await expect(inside.locator('body')).toMatchAriaSnapshot(`
    - group "Film":
      - paragraph: "Film is shown when you allow: Marketing."
      - button "Show once"
      - button "Always allow"
  `)
  await consent.reject()
  await expect(page.locator('#askfirst')).toMatchAriaSnapshot(`
    - status: Preferences saved
    - button "Cookie settings"
  `)
})

test('what assistive technology is told of the preferences', async ({ page, site, consent }) => {
  const stage = await openStage(page, site, html)
  await stage.show()
  await consent.preferences()
  await consent.dialog.locator('summary').nth(1).click()
  await expect(consent.dialog).toMatchAriaSnapshot(`
    - dialog "Cookie preferences":
      - heading "Cookie preferences" [level=2]
      - button "Close"
      - paragraph:
        - text: /Choose what this site may use/
        - link "Cookie policy"
      - group "Necessary":
        - heading "Necessary" [level=3]
        - text: Always active
        - switch "Necessary" [checked] [disabled]
        - paragraph: /Make the site work/
        - group: Cookies 1
      - group "Statistics":
        - heading "Statistics" [level=3]
        - switch "Statistics"
        - paragraph: /Help us understand/
        - group:
          - text: Services 1 · Cookies 1
          - list:
            - listitem:
              - text: Analytics
              - switch "Analytics"
              - paragraph:
                - text: Example
                - link "Privacy policy"
              - list:
                - listitem:
                  - code: _ga
                  - text: 13 months
                  - 'button "Details: _ga"'
                  - paragraph: Counts.
      - group "Marketing":
        - heading "Marketing" [level=3]
        - switch "Marketing"
        - paragraph: /Used to show adverts/
        - group: Cookies 1
      - button "Accept all"
      - button "Reject all"
      - button "Save choices"
  `)
})
