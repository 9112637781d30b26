/** The entry `askfirst/core`: the consent object without gate and eraser. */
export { definePlugin } from './api/plugin.js'
export { createCore as createConsent } from './create-core.js'
