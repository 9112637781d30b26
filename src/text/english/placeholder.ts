/** The built-in English in the place of held content. `{source}` is its name or host, `{purposes}` what it waits for. */
export const placeholderTexts = {
  held: '{source} is shown when you allow: {purposes}.',
  showOnce: 'Show once',
  allow: 'Always allow',
}
