/**
 * An address that is safe as a link, or nothing: options may come from a database, and `javascript:` in
 * one would run on the policy page.
 */
export function safeUrl(url: string): string | undefined {
  try {
    return /^(https?|mailto):$/.test(new URL(url, 'https://relative.invalid').protocol) ? url : undefined
  } catch {
    return undefined
  }
}
