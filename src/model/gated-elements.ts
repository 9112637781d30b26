// No other element is touched: shops put `data-category="shoes"` on product cards.
export const HOLDABLE = 'template,iframe,img,video,audio,source,track,embed,object,link'.replace(
  /\w+/g,
  '$&[data-category]',
)

export const SELECTOR = `script[data-category],${HOLDABLE}`

/** Most of what comes into a page is neither tagged nor holds what is; this has to be quick. */
export const isTagged = (node: Node): node is Element =>
  node instanceof Element && (node.hasAttribute('data-category') || !!node.querySelector('[data-category]'))

export const PLAYER = /^(iframe|video|audio|embed|object)$/

export const WATCHED =
  'type,src,data-category,data-service,data-src,data-srcset,data-imagesrcset,data-srcdoc,data-poster,data-href,data-data,data-shown'.split(
    ',',
  )
