import { heldTag, libraries } from '../libraries.mjs'
import { waitForBanner, waitForTags, writePage } from '../page.mjs'

function createMeasure(title, count, tag, limit) {
  return {
    title,
    unit: 'ms',
    async run({ open, server }, name) {
      const body = Array.from({ length: count }, (_, index) => tag(index)).join('')
      const page = await open(server.page('/accept.html', writePage(name, body)))
      await waitForBanner(page, name)
      await page.locator(libraries[name].accept).click()
      const { ran, click, last, longest } = await waitForTags(page, count)
      const remark = ran < count ? `${name} stopped at ${ran} of ${count}` : undefined
      // Half of the work in half of the time is no result.
      return { value: remark ? undefined : last - click, remark, ...(limit && { extra: { longest } }) }
    },
  }
}

const inline = (count, hasLongest) => {
  const title = `accept → last of ${count.toLocaleString('en')} inline script${count > 1 ? 's' : ''}`
  return createMeasure(title, count, () => heldTag('', 'tagRan()'), hasLongest)
}

const files = createMeasure('accept → last of 20 files, 150 ms each', 20, (index) =>
  heldTag(`src="/tag.js?delay=150&n=${index}"`),
)

export const acceptToLast = [files, inline(1), inline(100), inline(5000, true)]
