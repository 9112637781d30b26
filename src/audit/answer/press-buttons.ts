import type { ElementHandle, Frame, JSHandle, Page } from 'playwright-core'
import { buttonWords } from './button-words.js'
import { type Controls, findControls } from './find-controls.js'

export type ControlName = keyof Controls

export interface FoundControls {
  readonly frame: Frame
  readonly handles: { readonly [name in ControlName]?: ElementHandle<Element> }
}

async function readHandles(handle: JSHandle<Controls>): Promise<FoundControls['handles']> {
  const handles: { [name: string]: ElementHandle<Element> } = {}
  for (const [name, property] of await handle.getProperties()) {
    const element = property.asElement()
    if (element) handles[name] = element as ElementHandle<Element>
  }
  return handles
}

/** Looks for the controls of a banner in a page and its frames. The first frame that has a banner wins. */
export async function lookForControls(page: Page): Promise<FoundControls | undefined> {
  let reopen: FoundControls | undefined
  for (const frame of page.frames()) {
    if (!/^(https?|about):/.test(frame.url())) continue
    const handle = await frame.evaluateHandle(findControls, buttonWords).catch(() => undefined)
    if (!handle) continue
    // A page may go elsewhere while it is looked at.
    const found = { frame, handles: await readHandles(handle).catch(() => ({}) as FoundControls['handles']) }
    if (found.handles.banner) return found
    if (found.handles.reopen) reopen ??= found
  }
  return reopen
}

/** Presses a control as a visitor does; where something lies over it, by the keyboard's own way. */
export async function press(control: ElementHandle<Element>): Promise<string> {
  const label = await control.evaluate(
    (element) =>
      // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is written
      (element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText)
        .replace(/\s+/g, ' ')
        .trim() ||
      element.getAttribute('aria-label') ||
      '',
  )
  await control
    .click({ timeout: 3000 })
    .catch(() => control.evaluate((element) => (element as HTMLElement).click()))
    // The click itself may have led elsewhere.
    .catch(() => {})
  return label
}
