import { render } from 'preact'
import { bannerTexts } from '../../text/english/banner.js'
import { localise } from '../../text/language.js'
import { Changes } from '../parts/changes.js'
import { Choices } from '../parts/choices.js'
import { Prose } from '../parts/prose.js'
import { raise } from '../parts/show-in-top-layer.js'
import type { Scene, SurfaceView } from '../surface-context.js'
import { keepClear } from './keep-focus-visible.js'

/** The first-visit surface: a labelled region, never modal, that takes neither focus nor space. */
export function createBanner({ host, strings, context, parts }: Scene): SurfaceView {
  const { options, locale } = context
  const {
    layout = 'bar',
    position = layout === 'box' ? 'bottom-start' : 'bottom',
    width = '',
  } = options.banner
  const slot = document.createElement('div')
  let release: (() => void) | undefined

  return {
    render() {
      const texts = strings.over(bannerTexts)
      const labels: { readonly [key: string]: string } = texts
      const purposes = Object.entries(options.categories)
        .filter(([, { required }]) => !required)
        .map(([name, { label = labels[name] ?? name }]) => localise(label, locale()))
      render(
        <section
          class={`surface banner ${layout} ${width} ${position.replace('-', ' ')}`}
          part="banner"
          popover="manual"
          data-surface="banner"
          aria-labelledby="banner-title"
        >
          {parts.extras?.logo()}
          {/* Where space is short the words scroll: by keyboard too, with or without a link in them. */}
          <div class="words" tabIndex={options.policy.url ? undefined : 0}>
            <h2 id="banner-title" part="title">
              {texts.title}
            </h2>
            <Prose text={texts.text} texts={texts} options={options} purposes={purposes.join(', ')} />
            <Changes texts={texts} context={context} />
            {context.notices?.().map(({ text }) => (
              <p part="notice">{localise(text, locale())}</p>
            ))}
          </div>
          <Choices
            texts={texts}
            action="preferences"
            label={texts.openPreferences}
            order={options.banner.order}
          />
          {parts.extras?.buttons()}
        </section>,
        slot,
      )
    },
    show() {
      if (!slot.isConnected) host.root.prepend(slot)
      const element = slot.firstElementChild as HTMLElement
      raise(element)
      release ??= keepClear(element)
    },
    close() {
      release?.()
      release = undefined
      render(null, slot)
      slot.remove()
    },
  }
}
