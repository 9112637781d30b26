export const sourceOf = (script: HTMLScriptElement) => script.src || script.dataset.src
const typeOf = ({ dataset: { type = '' } }: HTMLScriptElement) => type.trim().toLowerCase()
export const isModule = (script: HTMLScriptElement) => typeOf(script) === 'module'
export const isAsync = (script: HTMLScriptElement) =>
  script.hasAttribute('async') && (!!sourceOf(script) || isModule(script))
export const isDeferred = (script: HTMLScriptElement) =>
  isModule(script) || (script.defer && !!sourceOf(script))
/** Everything else is a data block, such as `application/ld+json` or an import map. */
export const isCode = (script: HTMLScriptElement) =>
  /^$|^module$|^(text|application)\/.*(java|ecma|j|live)script[\d.]*$/.test(typeOf(script))

/** Code that another runtime runs: Partytown, in a worker (https://partytown.qwik.dev/partytown-scripts/). */
export const isOtherRuntime = (script: HTMLScriptElement) => typeOf(script) === 'text/partytown'

/**
 * What the browser passes over without a word, and so the queue does: scripts for browsers without
 * modules, of other languages, and handlers of Internet Explorer
 * (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element).
 */
export const isIgnoredByBrowser = (script: HTMLScriptElement) =>
  !isModule(script) &&
  (script.noModule ||
    (script.event && script.htmlFor && script.htmlFor !== 'window') ||
    (!typeOf(script) && /^(?!.*(java|ecma|j|live)script)./i.test(script.getAttribute('language') ?? '')))
