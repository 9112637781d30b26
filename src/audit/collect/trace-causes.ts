import type { BrowserContext, Page } from 'playwright-core'

interface Initiator {
  readonly url?: string
  readonly stack?: Stack
}
interface Stack {
  readonly callFrames: readonly { readonly url: string }[]
  readonly parent?: Stack
}

/** The address of what caused each address to be asked for. */
export type Causes = Map<string, readonly string[]>

function* urlsOf(stack: Stack | undefined): Generator<string> {
  for (let at = stack; at; at = at.parent)
    for (const { url } of at.callFrames) if (/^https?:/.test(url)) yield url
}

/**
 * Chromium alone says what caused a request, with the scripts on the stack, asynchronous ones included
 * (https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-Initiator).
 */
export async function traceCauses(context: BrowserContext, page: Page, causes: Causes): Promise<void> {
  const session = await context.newCDPSession(page)
  session.on('Network.requestWillBeSent', ({ request, initiator }) => {
    const { url, stack } = initiator as Initiator
    const chain = [...new Set([...urlsOf(stack), ...(url ? [url] : [])])]
    if (chain.length > 0 && !causes.has(request.url)) causes.set(request.url, chain)
  })
  await session.send('Network.enable')
  // A browser without a window says so in its name, and some tools show nothing to it.
  const userAgent = await page.evaluate(() => navigator.userAgent)
  if (userAgent.includes('Headless'))
    await session.send('Emulation.setUserAgentOverride', { userAgent: userAgent.replace('Headless', '') })
}

/** Follows causes up to the page: a script that a script asked for that the page has. */
export function followCauses(url: string, causes: Causes): string[] {
  const chain: string[] = []
  let rest = [...(causes.get(url) ?? [])]
  while (rest.length > 0 && chain.length < 20) {
    const next = rest.shift()
    if (!next || next === url || chain.includes(next)) continue
    chain.push(next)
    if (rest.length === 0) rest = [...(causes.get(next) ?? [])]
  }
  return chain
}
