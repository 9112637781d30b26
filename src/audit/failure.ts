/** An error that the user can mend: its sentence is printed without a stack, and the run ends with status 2. */
export interface Failure extends Error {
  readonly name: 'AuditFailure'
}

/** @example throw createFailure('`--pages` is "many".', 'Give a number from 1 on.') */
export function createFailure(problem: string, cure: string): Failure {
  return Object.assign(new Error(`[askfirst] ${problem} ${cure}`), { name: 'AuditFailure' as const })
}

export const isFailure = (cause: unknown): cause is Failure =>
  cause instanceof Error && cause.name === 'AuditFailure'

/** The first line of a cause, without colours of a terminal. */
export function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
  return (text.split('\n')[0] ?? '').replace(/\u001b\[[0-9;]*m/g, '')
}
