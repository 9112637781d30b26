const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']

/**
 * Says an ISO 8601 period in words: `P13M` → "13 months". What is not a period
 * is the site's own wording and stays as it is.
 */
export function formatDuration(duration: string, language: string): string {
  const parts = (PERIOD.exec(duration) ?? []).slice(1).flatMap((count, index) => {
    const unit = UNITS[index]
    if (!count || !unit) return []
    return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(count))
  })
  return parts.length ? new Intl.ListFormat(language, { type: 'unit' }).format(parts) : duration
}
