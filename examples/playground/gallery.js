import { listLocales } from './list-locales.js'

const corners = ['bottom-start', 'bottom-end', 'top-start', 'top-end']
const layouts = [
  ...['bottom', 'top'].map((position) => ['bar', { layout: 'bar', position }]),
  ['wide bar', { layout: 'bar', width: 'wide' }],
  ['compact bar', { layout: 'bar', width: 'compact' }],
  ...corners.map((position) => ['box', { layout: 'box', position }]),
  ['box', { layout: 'box', position: 'center' }],
  ['dialog', { layout: 'dialog' }],
]
const about = ([name, banner]) => [name, banner.position, banner.theme].filter(Boolean).join(', ')
const shelves = {
  Layouts: layouts.map((entry) => [about(entry), { banner: entry[1] }]),
  Dark: ['bar', 'box', 'dialog'].map((layout) => [layout, { banner: { layout, theme: 'dark' } }]),
  Phone: ['bar', 'box', 'dialog'].map((layout) => [
    layout,
    { banner: { layout } },
    { width: 360, height: 640 },
  ]),
  'Right to left': ['bar', 'box', 'dialog'].map((layout) => [
    layout,
    { banner: { layout }, locale: 'ar' },
    { dir: 'rtl' },
  ]),
  'Other surfaces': [
    ['preferences', {}, { show: 'preferences' }],
    ['preferences, dark', { banner: { theme: 'dark' } }, { show: 'preferences' }],
    ['held frame and floating button', { banner: { settingsButton: true } }, { show: 'placeholder' }],
  ],
  Languages: (await listLocales()).map(({ tag, name }) => [name, { locale: tag, banner: { layout: 'box' } }]),
}

function hang([label, options, { width = 1024, height = 640, show = 'banner', dir } = {}]) {
  const figure = document.createElement('figure')
  const frame = document.createElement('iframe')
  const caption = Object.assign(document.createElement('figcaption'), { textContent: label })
  const state = { options: { policy: { url: '/cookies' }, ...options }, show, dir }
  Object.assign(frame, { title: label, loading: 'lazy' })
  frame.src = `/preview?${encodeURIComponent(label)}#${encodeURIComponent(JSON.stringify(state))}`
  frame.width = width
  frame.height = height
  figure.style.setProperty('--ratio', `${width} / ${height}`)
  figure.style.setProperty('--width', `${width}px`)
  figure.append(frame, caption)
  return figure
}

for (const [title, entries] of Object.entries(shelves)) {
  const row = document.createElement('div')
  row.className = 'row'
  row.append(...entries.map(hang))
  find('shelf').append(Object.assign(document.createElement('h2'), { textContent: title }), row)
}

function find(id) {
  return document.getElementById(id)
}
