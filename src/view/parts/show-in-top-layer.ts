/**
 * Lifts a surface (`popover="manual"`) into the top layer, out of reach for transforms, filters and
 * stacking of the page. Showing a popover moves no focus, showing a dialog would.
 */
export function raise(element: HTMLElement): void {
  // A page that sets a z-index wants its own things above. Above a modal dialog of the page we would
  // be seen and dead. Safari before 17 knows no popovers.
  if (
    element.showPopover &&
    !element.matches(':popover-open') &&
    !document.querySelector(':modal') &&
    !getComputedStyle(element).getPropertyValue('--askfirst-z-index')
  ) {
    element.showPopover()
  }
}
