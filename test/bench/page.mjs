/** Every page's own: a style sheet as real pages have one, and a clock that released scripts call. */
export const pageFiles = {
  '/page.css': `body { font: 16px/1.5 sans-serif; margin: 2rem auto; max-width: 60rem }\n${Array.from(
    { length: 200 },
    (_, index) => `.rule-${index} { padding: ${index}px }`,
  ).join('\n')}`,
}

const clock = (count) => `<script>
let ran = 0, first = 0, last = 0, clicked = 0, done
const finished = new Promise((resolve) => { done = resolve })
function mark() {
  last = performance.now()
  first ||= last
  if (++ran === ${count}) done()
}
addEventListener('click', ({ timeStamp }) => { clicked = timeStamp }, true)
</script>`

/**
 * The same page for each library.
 * @param content HTML, or a function that writes it for a library
 * @param count how many times `mark()` is called when all is done
 */
export function writePage(library, content, count = 0) {
  const { head } = library
  const body = typeof content === 'function' ? content(library) : content
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css">${clock(count)}${head}</head>
<body><h1>Shop</h1><p>${'Some words to read. '.repeat(60)}</p>${body}</body></html>`
}

/** Scripts that wait for consent, in the markup of each library. */
export const heldInline =
  (count, code = 'mark()') =>
  ({ holdInline }) =>
    `${holdInline(code)}\n`.repeat(count)

export const heldFiles =
  (count, delay) =>
  ({ holdFile }) =>
    Array.from({ length: count }, (_, index) => `${holdFile(`/slow.js?delay=${delay}&n=${index}`)}\n`).join(
      '',
    )
