// How to answer a banner that no rule knows: `npx askfirst audit https://www.example.com --consent consent.mjs`.
// Each function gets the page of Playwright. A function that is missing leaves its phase to the usual means.
export default {
  accept: (page) => page.getByRole('button', { name: 'Fine by me' }).click(),
  reject: (page) => page.getByRole('button', { name: 'Only what is needed' }).click(),
  async withdraw(page) {
    await page.getByRole('link', { name: 'Your choices' }).click()
    await page.getByRole('button', { name: 'Only what is needed' }).click()
  },
}
