/** A style sheet imported as text; the build puts the minified CSS in its place. */
declare module '*.css' {
  const css: string
  export default css
}
