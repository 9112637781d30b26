import { traceCall } from '../../browser/trace.js'

interface Signal {
  readonly name: string
  /** The followed names by purpose. */
  readonly types: { readonly [type: string]: string }
  readonly states: (granted: string, refused: string) => { [type: string]: string }
  readonly moment: 'hold' | 'grant' | 'deny' | 'withdraw'
}

/** Development builds alone: notes the moment that a vendor is told of, and its purposes where it has several. */
export function traceSignal({ name, types, states, moment }: Signal): void {
  const purposes = Object.entries(states('granted', 'refused')).map(([type, it]) => `${type} ${it}`)
  traceCall({
    kind: 'signal',
    by: name,
    text: [moment, ...(purposes[1] ? purposes : [])].join(', '),
    names: [...new Set(Object.values(types))],
    state: 'sent',
  })
}
