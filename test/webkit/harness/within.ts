/** Rejects when `promise` has not settled after `ms`: WebDriver has no limit of its own on a silent browser. */
export function within<T>(ms: number, promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`WebKit did not answer "${what}" within ${ms} ms.`)), ms)
  })
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer))
}
