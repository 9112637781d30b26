/** What a site stores and asks for, written down by whoever wrote the site. */
export interface KnownAnswer {
  /** `kind name domain`, and the phases in which it is there. */
  readonly storage: { readonly [item: string]: string }
  /** Hosts of other sites, and the phases in which they are asked. */
  readonly requests: { readonly [host: string]: string }
  /** `severity rule subject`. */
  readonly findings: readonly string[]
}
