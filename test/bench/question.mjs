/** The same question for every library: texts, categories, services and declared cookies. */
export const question = {
  title: 'Your privacy',
  text: 'We use cookies to make this site work. Others wait for your permission: Statistics, Marketing. You can change your mind at any time.',
  accept: 'Accept all',
  reject: 'Reject all',
  preferences: 'Preferences',
  save: 'Save choices',
  categories: [
    { name: 'necessary', label: 'Necessary', text: 'Needed for the site to work.', services: [] },
    {
      name: 'statistics',
      label: 'Statistics',
      text: 'Counts visits.',
      services: [{ name: 'analytics', label: 'Analytics', cookies: ['_ga', '_gid'] }],
    },
    {
      name: 'marketing',
      label: 'Marketing',
      text: 'Shows films and advertisements.',
      services: [{ name: 'video', label: 'Video', cookies: ['VISITOR_INFO1_LIVE'] }],
    },
  ],
}

/** By category name: a value for each. */
export const byCategory = (toValue) =>
  Object.fromEntries(question.categories.map((category) => [category.name, toValue(category)]))
