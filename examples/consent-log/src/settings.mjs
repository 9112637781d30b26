const number = (env, name, fallback, { min = 0, max = 1e9 } = {}) => {
  const value = Number(env[name] || fallback)
  if (!Number.isInteger(value) || value < min || value > max)
    throw new Error(`${name}: "${env[name]}" cannot work. Use a whole number from ${min} to ${max}.`)
  return value
}

const list = (text) => text.split(/[\s,]+/).filter(Boolean)

/**
 * Everything that can be set, from the environment.
 * @throws Error naming the variable and the cure
 */
export function readSettings(env) {
  const origins = list(env.ALLOWED_ORIGINS || 'http://localhost:* http://*.localhost:*')
  for (const origin of origins)
    if (!/^(null|\*|https?:\/\/[\w*.[\]:-]+)$/.test(origin))
      throw new Error(
        `ALLOWED_ORIGINS: "${origin}" cannot work. Use origins such as https://www.example.com.`,
      )
  if (env.EXPORT_TOKEN && env.EXPORT_TOKEN.length < 16)
    throw new Error('EXPORT_TOKEN: it is too short. Use 16 characters or more.')
  return {
    port: number(env, 'PORT', 8787, { max: 65_535 }),
    host: env.HOST || undefined,
    databaseUrl: env.DATABASE_URL || undefined,
    databaseFile: env.DATABASE_FILE || undefined,
    origins,
    exportToken: env.EXPORT_TOKEN || undefined,
    /** Requests per minute and address; 0: no limit. */
    rateLimit: number(env, 'RATE_LIMIT', 60),
    /** Bytes in the store; 0: no limit. */
    diskLimit: number(env, 'DISK_LIMIT', 1_024, { max: 1e6 }) * 1_048_576,
    /** How many proxies of one's own stand before this service. */
    trustedProxies: number(env, 'TRUSTED_PROXIES', 0, { max: 10 }),
  }
}
