/**
 * Waits for what a page or browser may never answer: a script that does not end, a navigation that hangs.
 * @throws Error saying in a sentence that the time is over
 */
export async function within<T>(ms: number, action: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not finish within ${ms / 1000} s.`)), ms)
  })
  // One that fails later fails unheard.
  action.catch(() => {})
  return Promise.race([action, late]).finally(() => clearTimeout(timer))
}
