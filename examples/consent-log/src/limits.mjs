const id = /^[\w-]{8,64}$/
/** As in the plugin (`src/plugins/consent-log/limits.ts`), which leaves out what does not fit. */
const text = /^[\w.:+/=~-]{0,128}$/

/** What the texts of a receipt may be. */
export const patterns = {
  key: id,
  id,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/,
  policy: text,
  texts: text,
  // What pages write into `lang`, `fr_FR` too: a proof is not lost for it.
  locale: text,
  source: /^[a-z0-9-]{1,64}$/,
  surface: /^[a-z-]{0,32}$/,
  version: /^\d{1,5}\.\d{1,5}\.\d{1,5}(-[\w.-]{1,32})?$/,
}

/** A name in `choices`. */
export const choiceName = /^[a-z][a-z0-9_-]{0,63}(\.[a-z][a-z0-9_-]{0,63})?$/
export const mostChoices = 100

/** Bytes of a receipt. */
export const mostBytes = 8_192

const day = 86_400_000
/** Clocks of visitors are wrong, mostly by the hours of a time zone; by more than a day a time is of no use as proof. */
export const ahead = day
export const behind = 400 * day
