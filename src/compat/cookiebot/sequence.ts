import type { PluginContext } from '../../api/plugin.js'
import { grantedOf } from './answers.js'
import { tell } from './events.js'

interface SequenceOptions {
  readonly context: PluginContext
  readonly object: () => object | undefined
  /** Between `OnLoad` and `OnAccept`: what a new choice tells tag managers. */
  readonly onLoaded: () => void
}

/** What pages are told of a choice, in the order of uc.js of 2026-05. */
export interface Sequence {
  /** Runs the sequence for the choice in force. */
  run(): void
  stop(): void
}

/**
 * `ConsentReady` at once; when the document is complete `Load`, then `Accept` or `Decline`. `TagsExecuted` comes
 * once per page, after the last released script. Before a choice none of them comes.
 */
export function createSequence({ context, object, onLoaded }: SequenceOptions): Sequence {
  const { consent, report, isIdle } = context
  let round = 0
  let areTagsExecuted = false
  let isStopped = false
  const say = (moment: Parameters<typeof tell>[0]) => tell(moment, object, report)

  function whenIdle(then: () => void): void {
    // The gate lets the page paint first: nothing has been started yet.
    setTimeout(() => (isStopped ? undefined : isIdle() ? then() : whenIdle(then)), 100)
  }

  return {
    run() {
      const mine = ++round
      const isOver = () => isStopped || mine !== round
      setTimeout(async () => {
        if (isOver()) return
        say('ConsentReady')
        await documentComplete()
        if (isOver()) return
        say('Load')
        onLoaded()
        if (!grantedOf(consent)[0]) {
          say('Decline')
          return
        }
        say('Accept')
        whenIdle(() => {
          if (areTagsExecuted) return
          areTagsExecuted = true
          say('TagsExecuted')
        })
      }, 1)
    },
    stop() {
      isStopped = true
    },
  }
}

const documentComplete = () =>
  new Promise<void>((resolve) => {
    if (document.readyState === 'complete') resolve()
    // After the page's own listeners.
    else addEventListener('load', () => setTimeout(resolve), { once: true })
  })
