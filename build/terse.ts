import { type MinifyOptions, minify } from 'terser'

interface TerseOptions {
  readonly isAscii: boolean
  /** Leaves the code as it is, white space aside. */
  readonly isReadable?: boolean
}

/** Minifies the files for script tags: 6 % below esbuild after brotli, which a build of seconds can afford. */
export function terse({ isAscii, isReadable = false }: TerseOptions) {
  const options: MinifyOptions = {
    ecma: 2020,
    toplevel: true,
    mangle: !isReadable,
    compress: isReadable ? false : { passes: 3, unsafe_arrows: true, unsafe_methods: true },
    format: { ascii_only: isAscii, comments: /^!/ },
    sourceMap: true,
  }
  return {
    name: 'terse',
    async renderChunk(code: string) {
      const { code: small = '', map } = await minify(code, options)
      return { code: small, map: map as string }
    },
  }
}
