import type { Page } from '@playwright/test'

/** Presses a button of the placeholder in a frame, once it can be meant. */
export async function pressInFrame(
  page: Page,
  name: 'Show once' | 'Always allow',
  frame = '#film',
): Promise<void> {
  const surface = page.frameLocator(frame).locator('[data-surface=placeholder][data-ready]')
  await surface.getByRole('button', { name }).click({ noWaitAfter: true })
}

/** How many buttons "Show once" can be reached, in frames and beside players. */
export async function countShown(page: Page): Promise<number> {
  const counts = page.frames().map((frame) =>
    frame
      .getByRole('button', { name: 'Show once' })
      .count()
      // A frame that the page has taken away shows none.
      .catch(() => 0),
  )
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}
