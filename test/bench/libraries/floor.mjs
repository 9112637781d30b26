import { readText } from '../read-file.mjs'

/** A banner written by hand: the least that the browser itself costs. */
export async function readFloor() {
  return {
    name: 'floor',
    head: '<script defer src="/floor/floor.js"></script>',
    accept: '#floor button',
    holdInline: (code) => `<script type="text/plain" data-category="statistics">${code}</script>`,
    holdFile: (src) => `<script type="text/plain" data-category="statistics" src="${src}"></script>`,
    files: { '/floor/floor.js': await readText('test/bench/floor/floor.js') },
  }
}
