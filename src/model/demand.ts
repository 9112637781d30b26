/** @throws Error naming the option, its value and the cure. Cures are in development builds: no visitor pays for them. */
export function demand(isMet: unknown, option: string, value: unknown, cure: string | false): void {
  if (isMet) return
  const words = cure || 'the development build (askfirst.dev.js), which says what can'
  throw new Error(`[askfirst] ${option}: "${value}" cannot work. Use ${words}.`)
}
