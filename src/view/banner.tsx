import { render } from 'preact'
import { fill, localise } from './language.js'
import { Changes } from './parts/changes.js'
import { Choices } from './parts/choices.js'
import type { Scene, SurfaceView } from './scene.js'
import { addSheet } from './sheets.js'
import css from './styles/banner.css'
import { bannerTexts } from './texts/banner.js'

/** The first-visit surface: a labelled region, never modal, that takes neither focus nor space. */
export function createBanner({ host, strings, context }: Scene): SurfaceView {
  const { options, locale } = context
  const { layout = 'bar', position = 'bottom' } = options.banner
  const slot = document.createElement('div')
  let element: HTMLElement
  let release = (): void => {}

  /**
   * Focused elements of the page must not end up under the banner (WCAG 2.4.11), nor the page's
   * last lines: it scrolls clear of the banner, if it scrolls at all. One that does not would get
   * a scroll bar and move.
   */
  const resized = new ResizeObserver(() => {
    release()
    const { documentElement } = document
    const { top, bottom, height } = element.getBoundingClientRect()
    const side = position.startsWith('top') ? 'top' : 'bottom'
    const covered = Math.ceil(side === 'top' ? bottom : innerHeight - top)
    const scrolls = documentElement.scrollHeight > documentElement.clientHeight
    if (!height || layout === 'dialog') return
    release = addSheet(
      document,
      `@media screen{:root{scroll-padding-${side}:${covered}px!important}` +
        (side === 'bottom' && scrolls ? `:root::after{content:"";display:block;height:${covered}px}}` : '}'),
    )
  })

  addSheet(host.root, css)
  return {
    render() {
      const texts = strings.over(bannerTexts)
      const labels: { readonly [key: string]: string } = texts
      const purposes = Object.entries(options.categories)
        .filter(([, { required }]) => !required)
        .map(([name, { label = labels[name] ?? name }]) => localise(label, locale()))
      render(
        <section
          class={`surface banner ${layout} ${position.replace('-', ' ')}`}
          part="banner"
          popover="manual"
          data-surface="banner"
          aria-labelledby="banner-title"
        >
          <div class="words">
            <h2 id="banner-title" part="title">
              {texts.title}
            </h2>
            <p part="text">
              {fill(texts.text, { purposes: purposes.join(', ') })}{' '}
              {options.policy.url && (
                <a part="link" href={options.policy.url}>
                  {texts.policyLink}
                </a>
              )}
            </p>
            <Changes texts={texts} context={context} />
          </div>
          <Choices texts={texts} action="preferences" label={texts.openPreferences} />
        </section>,
        slot,
      )
    },
    show() {
      if (!slot.isConnected) host.root.prepend(slot)
      element = slot.firstElementChild as HTMLElement
      // The top layer is out of reach for transforms, filters and stacking of the page. A page
      // that sets a z-index wants its own things above; Safari before 17 knows no popovers.
      if (element.showPopover && !getComputedStyle(element).getPropertyValue('--askfirst-z-index')) {
        element.hidePopover()
        element.showPopover()
      }
      resized.observe(element)
    },
    close() {
      resized.disconnect()
      release()
      render(null, slot)
      slot.remove()
    },
  }
}
