/** Every rule of the audit, on the command line and in the page, with what it finds. */
export const rules = {
  'storage-before-consent': 'Storage that needs consent is there before an answer.',
  'request-before-consent': 'Another site is asked before an answer.',
  'storage-after-reject': 'Storage that needs consent is there after a refusal.',
  'request-after-reject': 'Another site is asked after a refusal.',
  'undeclared-storage': 'Storage that the options of the site do not declare.',
  'misfiled-storage': 'A declared item is called necessary and is known for something else.',
  'left-after-withdrawal': 'Storage or requests go on after consent was withdrawn.',
  'declared-but-not-seen': 'A declared item was not seen.',
  'banner-missing': 'The site needs consent and does not ask.',
  'unequal-choices': 'To refuse is harder than to accept.',
  'asked-again': 'A refusal is not kept.',
  'no-way-back': 'No way to withdraw was found.',
} as const satisfies { readonly [rule: string]: string }

export type RuleName = keyof typeof rules

/** The rule's own name with a sentence that breaks it. */
export const cite = (rule: RuleName, sentence: string): string => `${rule}: ${sentence}`
