/** Units per em; each glyph is as wide as half of them. */
const EM = 1000
const WIDTH = 500

const u16 = (...values: number[]) => Buffer.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]))
const u32 = (...values: number[]) => Buffer.concat(values.map((value) => u16(value >>> 16, value & 0xffff)))
const tag = (name: string) => Buffer.from(name, 'latin1')

/** A rectangle on the base line. */
const block = Buffer.concat([u16(1, 60, 0, WIDTH - 60, 520, 3, 0), Buffer.from([1, 1, 1, 1])])
const outline = Buffer.concat([
  block,
  // x, then y of the four corners, each relative to the one before.
  u16(60, 0, WIDTH - 120, 0, 0, 520, 0, -520),
])
const glyph = Buffer.concat([outline, Buffer.alloc((4 - (outline.length % 4)) % 4)])

/** Ranges of characters that are drawn; the space and its kin are not. */
const drawn = [
  [0x21, 0x7e],
  [0xa1, 0x24f],
  [0x600, 0x6ff],
  [0x2010, 0x2027],
  [0x25a0, 0x25ff],
] as const

function characterMap(): Buffer {
  const groups = [
    u32(0x20, 0x20, 2),
    ...drawn.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => u32(from + index, from + index, 1)),
    ),
  ]
  const length = 16 + groups.length * 12
  const head = Buffer.concat([u16(0, 1, 3, 10), u32(12), u16(12, 0), u32(length, 0, groups.length)])
  return Buffer.concat([head, ...groups])
}

function names(): Buffer {
  const text = Buffer.from('Block', 'utf16le').swap16()
  const ids = [1, 2, 3, 4, 6]
  return Buffer.concat([
    u16(0, ids.length, 6 + ids.length * 12),
    ...ids.map((id) => u16(3, 1, 0x409, id, text.length, 0)),
    text,
  ])
}

/** Checksum of a table, as OpenType has it. */
function sum(data: Buffer): number {
  let total = 0
  for (let at = 0; at + 3 < data.length; at += 4) total = (total + data.readUInt32BE(at)) >>> 0
  return total
}

/**
 * A font in which every letter is the same grey block: what is written with it is laid out the same
 * on every machine, whatever fonts it has (the tests of the web platform have Ahem for that).
 * @returns an OpenType file (https://learn.microsoft.com/typography/opentype/spec/otff)
 */
export function createBlockFont(): Buffer {
  const tables: [string, Buffer][] = [
    [
      'OS/2',
      Buffer.concat([
        u16(4, WIDTH, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
        Buffer.alloc(10),
        u32(1, 0, 0, 0),
        tag('TEST'),
        u16(0x40, 0x20, 0x25ff, 800, -200, 0, 800, 200),
        u32(1, 0),
        u16(520, 700, 0, 0x20, 1),
      ]),
    ],
    ['cmap', characterMap()],
    ['glyf', glyph],
    [
      'head',
      Buffer.concat([
        u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
        u16(3, EM),
        Buffer.alloc(16),
        u16(0, 0, WIDTH, 520, 0, 8, 2, 0, 0),
      ]),
    ],
    ['hhea', u16(1, 0, 800, -200, 0, WIDTH, 60, 60, WIDTH - 60, 1, 0, 0, 0, 0, 0, 0, 0, 3)],
    ['hmtx', u16(WIDTH, 60, WIDTH, 60, WIDTH, 0)],
    ['loca', u16(0, glyph.length / 2, glyph.length, glyph.length).subarray(0, 8)],
    ['maxp', u16(1, 0, 3, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['name', names()],
    ['post', Buffer.concat([u32(0x30000, 0), u16(-100, 50), u32(1, 0, 0, 0, 0)])],
  ]
  // Glyph 0 (what is missing) and glyph 1 are the block, glyph 2 (the space) is empty.
  tables[2] = ['glyf', Buffer.concat([glyph, glyph])]
  let at = 12 + tables.length * 16
  const directory: Buffer[] = [u32(0x10000), u16(tables.length, 128, 3, tables.length * 16 - 128)]
  const bodies: Buffer[] = []
  for (const [name, data] of tables) {
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    directory.push(tag(name), u32(sum(padded), at, data.length))
    bodies.push(padded)
    at += padded.length
  }
  return Buffer.concat([...directory, ...bodies])
}
