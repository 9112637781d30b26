import { expect, test } from 'vitest'
import { formatDuration } from '../../../src/text/duration.js'

test.each([
  ['P13M', 'en', '13 months'],
  ['P1Y', 'en', '1 year'],
  ['P182D', 'en', '182 days'],
  ['P2W', 'en', '2 weeks'],
  ['PT30M', 'en', '30 minutes'],
  ['P1Y6M', 'en', '1 year, 6 months'],
  ['P13M', 'fr', '13\u00a0mois'],
])('%s reads in %s as "%s"', (duration, language, words) => {
  expect(formatDuration(duration, language)).toBe(words)
})

test.each(['about a year', 'P', 'P1.5Y', ''])('"%s" is no period and stays as it is', (duration) => {
  expect(formatDuration(duration, 'en')).toBe(duration)
})
