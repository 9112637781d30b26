/** Puts values into a text: `fill('Hello {name}', { name: 'Ada' })`. */
export function fill(text: string, values: { readonly [name: string]: string }): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
