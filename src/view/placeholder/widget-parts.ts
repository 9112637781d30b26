/**
 * What has to be released for a widget to appear: the held elements in it, and those of the same service. A widget
 * without a service and with nothing in it is built by code that serves others too.
 */
export function partsOf(element: HTMLElement): HTMLElement[] {
  const { category, service } = element.dataset
  const held = (element.getRootNode() as ParentNode).querySelectorAll<HTMLElement>('[data-category]')
  return [...held].filter(
    (it) =>
      it !== element &&
      (element.contains(it) ||
        (!!service &&
          it.localName === 'script' &&
          it.dataset.service === service &&
          it.dataset.category === category)),
  )
}
