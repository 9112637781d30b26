import type { TrustedPolicy } from '../core/options.js'
import type { GateMemory } from '../core/page.js'
import { copyScript, setTrusted } from './copy.js'
import { createFlights } from './flights.js'
import { canRun } from './liveness.js'
import { type Preload, preload } from './preload.js'
import { createQueue } from './queue.js'
import { reinsert } from './reinsert.js'

export interface ScriptsOptions {
  readonly isAllowed: (script: HTMLElement) => boolean
  readonly report: (message: string, cause?: unknown) => void
  readonly timeout: number
  readonly memory: GateMemory
  readonly policy: TrustedPolicy | undefined
}

export interface Scripts {
  /** Takes note of a script when it is seen, allowed or not. */
  see(script: HTMLScriptElement): void
  /** Releases scripts: at once those with `async`, the others in document order. */
  add(scripts: Iterable<HTMLScriptElement>): void
  /** Stops what is on its way and not allowed any more. */
  recall(): void
  /** Whether no script waits for its turn. */
  isIdle(): boolean
  /** Whether a script has run that would not be allowed now. */
  hasOutrun(): boolean
  stop(): void
}

const sourceOf = (script: HTMLScriptElement) => script.src || script.dataset.src
const isModule = (script: HTMLScriptElement) => script.dataset.type === 'module'
const isAsync = (script: HTMLScriptElement) =>
  script.hasAttribute('async') && (!!sourceOf(script) || isModule(script))
const isDeferred = (script: HTMLScriptElement) => isModule(script) || (script.defer && !!sourceOf(script))
/** Everything else is a data block, such as `application/ld+json` or an import map. */
const isCode = ({ dataset: { type } }: HTMLScriptElement) =>
  !type || type === 'module' || /^(text|application)\/(x-)?(java|ecma)script$/i.test(type)

/**
 * Runs held scripts as the browser would have run them: classic ones in
 * document order, each waiting for those before it; then, once the document is
 * parsed, `defer` and modules in document order; `async` ones whenever they
 * come. The files of all are fetched in parallel.
 */
export function createScripts({ isAllowed, report, timeout, memory, policy }: ScriptsOptions): Scripts {
  const classic = createQueue(
    release,
    () => true,
    () => void deferred.drain(),
  )
  const deferred = createQueue(
    release,
    () => classic.isIdle() && document.readyState !== 'loading',
    () => {},
  )
  const flights = createFlights(
    timeout,
    report,
    (script) => ran.add(script),
    (script) => {
      isStuck ||= isDeferred(script)
    },
  )
  const preloads = new WeakMap<HTMLScriptElement, Preload>()
  const parsed = new WeakSet<HTMLScriptElement>()
  const { released, ran, dead } = memory
  let isStuck = false

  function release(script: HTMLScriptElement): Promise<void> | undefined {
    if (released.has(script) || !script.isConnected || !isAllowed(script)) {
      preloads.get(script)?.remove()
      preloads.delete(script)
      return
    }
    released.add(script)
    const alive = !dead.has(script) && canRun(script, parsed.has(script), policy)
    return typeof alive === 'boolean' ? run(script, alive) : alive.then((can) => run(script, can))
  }

  function run(original: HTMLScriptElement, alive: boolean): Promise<void> | undefined {
    const early = preloads.get(original)
    let answer: Promise<void> | undefined
    try {
      const script = alive ? original : copyScript(original, policy)
      released.add(script)
      if (!alive) original.replaceWith(script)
      reinsert(script, () => {
        const source = sourceOf(script)
        if (source && !script.src) setTrusted(script, 'src', source, policy)
        if (script.dataset.type) script.type = script.dataset.type
        else script.removeAttribute('type')
        // The browser's own queue: inline modules tell nobody when they have run. It is
        // left alone after a silence, because one that never answers blocks it for good.
        if (isDeferred(script) && !isAsync(script) && !isStuck) script.async = false
        if (!isCode(script)) return
        if (source) answer = flights.wait(script, early?.since ?? performance.now(), !!early?.isThere())
        else {
          ran.add(script)
          // There is no error event for inline code that the page's policy forbids.
          script.addEventListener('securitypolicyviolation', (cause) =>
            report('an inline script was blocked', cause),
          )
          // Firefox keeps no order for inline modules; without imports they have run by then.
          if (isModule(script) && !isAsync(script))
            answer = new Promise((go) => setTimeout(setTimeout, 0, go))
        }
      })
    } catch (cause) {
      report(`<script data-category="${original.dataset.category}"> could not be released`, cause)
    }
    return answer?.then(early?.remove)
  }

  const onParsed = () => void deferred.drain()
  document.addEventListener('DOMContentLoaded', onParsed)

  return {
    see(script) {
      if (document.readyState !== 'complete') parsed.add(script)
    },
    add(scripts) {
      const added = [...scripts].filter(
        // The browser passes over what is for browsers without modules, and so does the queue.
        (script) => !classic.has(script) && !deferred.has(script) && (isModule(script) || !script.noModule),
      )
      for (const script of added) {
        if (isAsync(script)) void release(script)
        else (isDeferred(script) ? deferred : classic).push(script)
      }
      void classic.drain()
      for (const script of added) {
        if (!(classic.has(script) || deferred.has(script)) || !sourceOf(script) || !isCode(script)) continue
        preloads.set(script, preload(script, isModule(script)))
      }
    },
    recall: () => flights.recall(isAllowed, (copy) => dead.add(copy)),
    isIdle: () => classic.isIdle() && deferred.isIdle(),
    hasOutrun: () => [...ran].some((script) => !isAllowed(script)),
    stop() {
      flights.recall(
        () => false,
        (copy) => dead.add(copy),
      )
      document.removeEventListener('DOMContentLoaded', onParsed)
      classic.clear()
      deferred.clear()
    },
  }
}
