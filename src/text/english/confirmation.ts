/** The built-in English of the confirmation, loaded with it. Languages have these words for dialog and declaration. */
export const confirmationTexts = {
  close: 'Close',
  allowed: 'Allowed',
  refused: 'Not allowed',
  change: 'Change my choice',
}
