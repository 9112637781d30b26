/** A held script tag; `attributes` may name another category, the first one of a name counts. */
export const held = (attributes = '', code = '') =>
  `<script ${attributes} type="text/plain" data-category="statistics">${code}</script>\n`

/** Code that says it has run. */
export const note = (run: string) => `(window.ran ||= []).push('${run}')`
