/** `true` in the files behind the `development` condition, bundled away in the others. */
declare const __DEV__: boolean

/** One line on the console, in development builds only. */
export function warn(message: string, ...details: unknown[]): void {
  if (__DEV__) console.warn(`[askfirst] ${message}`, ...details)
}
