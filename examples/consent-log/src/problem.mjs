/**
 * A request that cannot be answered as it was meant.
 * @returns an error whose `answer` says what goes back: status, words for the sender, headers
 */
export function problem(status, message, headers = {}) {
  return Object.assign(new Error(message), { answer: { status, headers } })
}
