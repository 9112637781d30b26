const NAME = 'last_account_id'

/**
 * Offers the account name used last, and keeps a new one. Called once preferences are
 * granted; `isAllowed` is asked again before each write, since consent can be taken back.
 */
export function rememberAccount(isAllowed: () => boolean): void {
  const field = document.querySelector<HTMLInputElement>('#account')
  if (!field) return
  const kept = document.cookie.split('; ').find((pair) => pair.startsWith(`${NAME}=`))
  if (kept && !field.value) field.value = decodeURIComponent(kept.slice(NAME.length + 1))

  const keep = () => {
    if (!isAllowed()) return
    document.cookie = `${NAME}=${encodeURIComponent(field.value)}; Path=/; Max-Age=${365 * 86400}; SameSite=Lax`
  }
  field.addEventListener('change', keep)
  if (field.value) keep()
}
