/** The tag of our own file. Ask while the file runs first. */
export function findOwnTag(): HTMLScriptElement | undefined {
  const { currentScript } = document
  // Script loaders and optimisers run a tag without `currentScript`; an element of that name hides it.
  return (
    currentScript instanceof HTMLScriptElement
      ? currentScript
      : document.querySelector('script[src*="askfirst"][data-categories], script[src*="/askfirst."]')
  ) as HTMLScriptElement | undefined
}
