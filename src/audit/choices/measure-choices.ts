import type { Page } from 'playwright-core'
import { lookForControls, press } from '../answer/press-buttons.js'
import { switchOff } from '../answer/switch-off.js'
import type { Choices } from '../rules/facts.js'
import { measureControl } from './measure-control.js'

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const LOOKS = 8

/** Where the second layer refuses: in how many clicks, and what was switched on in it. */
async function measureInside(page: Page, isOpen: () => Promise<boolean>) {
  for (let look = 0; look < LOOKS; look++) {
    await pause(250)
    if (!(await isOpen())) continue
    const { banner, reject, save } = (await lookForControls(page))?.handles ?? {}
    if (!banner || !(reject || save)) continue
    const preTicked = await switchOff(banner, false)
    // Saving refuses only what is off: each switch is a click of its own.
    const clicksToRefuse = reject ? 2 : 2 + preTicked.length
    return { preTicked, clicksToRefuse }
  }
}

/**
 * Measures the choices that a banner gives, on both layers. Presses "settings", never an answer.
 * @returns `undefined` where no banner is
 */
export async function measureChoices(page: Page, url: string): Promise<Choices | undefined> {
  const { handles, frame } = (await lookForControls(page)) ?? {}
  if (!handles?.banner || !(handles.accept || handles.reject)) return
  const { accept, reject, settings, banner } = handles
  const size = page.viewportSize()
  const measure = (control: typeof accept) => control?.evaluate(measureControl)
  const first = {
    page: url,
    viewport: `${size?.width} × ${size?.height}`,
    accept: await measure(accept),
    reject: await measure(reject),
    settings: await measure(settings),
  }
  const ticked = await switchOff(banner, false)
  const before = await frame?.evaluate(() => document.documentElement.outerHTML.length)
  const address = page.url()
  let inside: Awaited<ReturnType<typeof measureInside>>
  if (settings) {
    await press(settings)
    inside = await measureInside(page, async () => {
      const now = await frame?.evaluate(() => document.documentElement.outerHTML.length).catch(() => before)
      const found = await lookForControls(page)
      return now !== before || Boolean(found?.handles.save) || page.url() !== address
    })
  }
  const preTicked = [...new Set([...ticked, ...(inside?.preTicked ?? [])])]
  const clicksToRefuse = reject ? 1 : inside?.clicksToRefuse
  return { ...first, clicksToRefuse, preTicked }
}
