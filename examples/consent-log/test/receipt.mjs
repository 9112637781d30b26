let count = 0

/** A receipt as the plugin writes it; no two have the same key. */
export function createReceipt(changes = {}) {
  count++
  return {
    key: `mihr2k1c-${process.pid}${String(count).padStart(6, '0')}`,
    id: 'q3fj8klmn0pqw1xz',
    time: new Date(Math.floor(Date.now() / 1000) * 1000).toISOString(),
    policy: '2024-10-01',
    texts: 'a'.repeat(64),
    locale: 'fr',
    choices: { statistics: true, marketing: false, 'marketing.youtube': true },
    source: 'preferences',
    surface: 'preferences',
    version: '0.1.0',
    ...changes,
  }
}
