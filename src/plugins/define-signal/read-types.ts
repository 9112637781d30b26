import type { RefuseAttribute } from '../../api/plugin-tag.js'

/**
 * Reads `data-types="ad_storage=marketing analytics_storage=statistics"`. A pair that is none is refused and left
 * out; types that are left out keep their default.
 *
 * @param known the types that there are, where the vendor has a fixed list
 */
export function readTypes(
  types: string | undefined,
  refuse: RefuseAttribute,
  known?: readonly string[],
): { [type: string]: string } | undefined {
  if (types === undefined) return
  const pairs = types.split(/\s+/).filter((pair) => pair)
  const read = pairs.flatMap((pair) => {
    const [, type, name] = /^([^=]+)=([^=]+)$/.exec(pair) ?? []
    if (type && name && (known?.includes(type) ?? true)) return [[type, name] as const]
    refuse(
      'types',
      `pairs such as ${known?.[0] ?? 'analytics'}=statistics${known ? `, of ${known.join(' ')}` : ''}`,
    )
    return []
  })
  return Object.fromEntries(read)
}
