import type { Page } from 'playwright-core'
import { openByTool } from './openers.js'
import { lookForControls, press } from './press-buttons.js'
import { switchOff } from './switch-off.js'

/** How buttons answered, in words. `isDone` is false where the page had none that would do. */
export interface ButtonResult {
  readonly isDone: boolean
  readonly detail: string
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const LOOKS = 8
const BETWEEN = 250

/** Looks until the dialog has what is asked for: dialogs open with an animation. */
async function lookFor(page: Page, isThere: (names: readonly string[]) => boolean) {
  for (let look = 0; look < LOOKS; look++) {
    const found = await lookForControls(page)
    if (found && isThere(Object.keys(found.handles))) return found
    await pause(BETWEEN)
  }
}

/** Refuses in the second layer: its own refusal, else every switch off and save. */
async function refuseInside(page: Page, path: string, onAct: () => void): Promise<ButtonResult> {
  const inside = await lookFor(
    page,
    (names) => names.includes('banner') && (names.includes('reject') || names.includes('save')),
  )
  const { reject, save, banner } = inside?.handles ?? {}
  if (reject || save) onAct()
  if (reject) {
    const label = await press(reject)
    // In some dialogs that only moves the switches, and what is left open has to be saved.
    await pause(2 * BETWEEN)
    const rest = (await lookForControls(page))?.handles
    const saved = rest?.save && rest.banner ? ` and "${await press(rest.save).catch(() => 'save')}"` : ''
    return { isDone: true, detail: `${path}, then pressed "${label}"${saved}.` }
  }
  if (!save || !banner) return { isDone: false, detail: `${path}, and found no way to refuse there.` }
  const off = await switchOff(banner, true)
  const label = await press(save)
  return { isDone: true, detail: `${path}, switched off ${off.length}, then pressed "${label}".` }
}

/** Refuses or accepts by the visible buttons of the banner. */
export async function answerByButtons(
  page: Page,
  action: 'accept' | 'reject',
  onAct: () => void,
): Promise<ButtonResult> {
  const found = await lookForControls(page)
  const { accept, reject, settings } = found?.handles ?? {}
  const direct = action === 'accept' ? accept : reject
  if (direct) onAct()
  if (direct) return { isDone: true, detail: `Pressed "${await press(direct)}".` }
  if (action === 'reject' && settings && found?.handles.banner)
    return refuseInside(page, `Pressed "${await press(settings)}"`, onAct)
  return { isDone: false, detail: 'No button was found that says so in a known language.' }
}

/** Takes consent back as a visitor does: opens the choices again, and refuses there. */
export async function withdrawByButtons(page: Page, onAct: () => void): Promise<ButtonResult> {
  const found = await lookForControls(page)
  const { reopen } = found?.handles ?? {}
  if (reopen) {
    const result = await refuseInside(page, `Pressed "${await press(reopen)}"`, onAct)
    if (result.isDone) return result
  }
  const tool = await openByTool(page)
  if (tool) return refuseInside(page, `Opened the choices of ${tool} through its function`, onAct)
  return { isDone: false, detail: 'No link or button that opens the choices again was found.' }
}
