/**
 * What a text of a receipt may be. Names of `choices` are such texts too. The service of `examples/consent-log`
 * refuses others, and has narrower limits for some fields (its `src/limits.mjs`).
 */
export const fitting = /^[\w.:+/=~-]{0,128}$/
