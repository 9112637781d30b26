/** What a measure answers for a library that does not do what is measured. */
export const cannot = (reason) => ({ reason })

export const isCannot = (value) => typeof value === 'object'
