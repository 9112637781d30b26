/** Tags a script like what it comes from, so that it takes its place in the one queue. */
export function tagScript(script: HTMLScriptElement, { category, service }: DOMStringMap): void {
  if (script.dataset.category) return
  if (script.type) script.dataset.type = script.type
  script.type = 'text/plain'
  script.dataset.category = category
  if (service) script.dataset.service = service
}
