/** Custom properties a visitor of the playground can set, with what the view uses by itself. */
export const colours = [
  ['--askfirst-accent', 'Buttons', '#16191f'],
  ['--askfirst-accent-text', 'Text on buttons', '#ffffff'],
  ['--askfirst-background', 'Background', '#ffffff'],
  ['--askfirst-text', 'Text', '#16191f'],
]

const choices = ['accept-all', 'reject-all', 'preferences']

/** Leaves out what is empty, so that the written code says only what differs. */
const filled = (object) =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value && (typeof value !== 'object' || Object.keys(value)[0]),
    ),
  )

const readCategories = (list) =>
  Object.fromEntries(
    list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((entry) => [entry.replace('!', ''), entry.endsWith('!') ? { required: true } : {}]),
  )

/** @param {HTMLFormElement} form */
export function readForm(form) {
  const data = new FormData(form)
  const get = (name) => String(data.get(name) ?? '').trim()
  const first = get('first')
  const button = get('settingsButton')
  const properties = Object.fromEntries(
    colours.filter(([name]) => data.has(`use ${name}`)).map(([name]) => [name, get(name)]),
  )
  if (get('radius')) properties['--askfirst-radius'] = `${get('radius')}px`

  return {
    properties,
    list: get('categories'),
    options: {
      ...filled({
        policy: filled({ version: get('policyVersion'), url: get('policyUrl') }),
        locale: get('locale') === 'en' ? '' : get('locale'),
        texts: filled({
          title: get('title'),
          text: get('text'),
          acceptAll: get('acceptAll'),
          rejectAll: get('rejectAll'),
        }),
        banner: filled({
          layout: get('layout') === 'bar' ? '' : get('layout'),
          position: get('position'),
          width: get('width'),
          theme: get('theme') === 'auto' ? '' : get('theme'),
          order: first === 'accept-all' ? '' : [first, ...choices.filter((choice) => choice !== first)],
          settingsButton: button === 'bottom-start' ? true : button && { position: button },
        }),
      }),
      categories: readCategories(get('categories')),
    },
  }
}
