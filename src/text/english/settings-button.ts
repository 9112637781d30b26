/** The built-in English of the floating button, loaded with it. "Cookie settings" is what privacy tools leave alone. */
export const settingsButtonTexts = {
  settingsButton: 'Cookie settings',
}
