/** When something was seen: before an answer, after a refusal, an agreement or a withdrawal, or on the next visit. */
export type Phase = 'before' | 'reject' | 'accept' | 'withdraw' | 'next-visit'

/** Where an item is kept. */
export type StorageKind =
  | 'cookie'
  | 'local-storage'
  | 'session-storage'
  | 'indexed-db'
  | 'cache'
  | 'service-worker'

/** Whether a host belongs to the site of the page, by the public suffix list. */
export type Party = 'first' | 'third'

/** What open data says about a name or a host. */
export interface Suggestion {
  readonly vendor: string
  /** In the words of askfirst: `necessary`, `preferences`, `statistics`, `marketing`, or the source's own. */
  readonly category: string
  /** `high`: a name that one vendor uses. `medium`: a pattern or a host. `low`: a common name. */
  readonly certainty: 'high' | 'medium' | 'low'
  readonly source: 'Open Cookie Database' | 'third-party-web' | 'askfirst'
  readonly retention?: string | undefined
  readonly policyUrl?: string | undefined
}

/** Who wrote an item. */
export interface Writer {
  readonly via: 'script' | 'header'
  /** Address of the script, or of the response that carried `Set-Cookie`. */
  readonly url: string
  readonly party: Party
  /** Category of its host in third-party-web. */
  readonly category?: string | undefined
  /** Addresses from the writer up to the page. */
  readonly chain: readonly string[]
}

/** One item of storage, over all phases and pages. */
export interface StoredItem {
  readonly name: string
  readonly kind: StorageKind
  /** Domain of a cookie, host of another store. */
  readonly domain: string
  readonly party: Party
  readonly path?: string | undefined
  readonly httpOnly?: boolean | undefined
  readonly secure?: boolean | undefined
  readonly sameSite?: string | undefined
  /** Days from the visit, or `'session'`. */
  readonly lifetime?: number | 'session' | undefined
  /** Characters of the value. The value itself is not kept. */
  readonly size?: number | undefined
  readonly seen: readonly Phase[]
  readonly pages: readonly string[]
  readonly writer?: Writer | undefined
  readonly suggestion?: Suggestion | undefined
}

/** One host of another site that was asked, over all phases and pages. */
export interface AskedHost {
  readonly host: string
  readonly party: 'third'
  /** Resource types, for example `script`, `image`. */
  readonly type: readonly string[]
  readonly seen: readonly Phase[]
  readonly pages: readonly string[]
  readonly count: number
  /** Bytes of what looks like an identifier in its addresses and bodies, the most that one request carried. */
  readonly identifierBytes: number
  /** Names of the cookies that its responses set. */
  readonly setsCookies: readonly string[]
  /** Addresses from the cause up to the page. */
  readonly initiator: readonly string[]
  /** One address, without the values of its parameters. */
  readonly example: string
  readonly suggestion?: Suggestion | undefined
}

/** A name in the site's options, as plain data. */
export interface NamePattern {
  /** Exact, or with `*` for any run of characters. Ignored where `expression` is set. */
  readonly name: string
  /** Source and flags of a regular expression. */
  readonly expression?: readonly [source: string, flags: string] | undefined
}

/** One declared item. */
export interface DeclaredItem extends NamePattern {
  readonly kind: StorageKind | 'pixel'
  readonly category: string
  readonly domain?: string | undefined
}

/** What the site's options say. */
export interface Declaration {
  /** How the options were found. */
  readonly source: 'page' | 'config'
  /** Name of the cookie or key that keeps the answer. */
  readonly record: string
  readonly categories: {
    readonly [category: string]: 'required' | 'exempt' | 'opt-out' | 'opt-in'
  }
  readonly items: readonly DeclaredItem[]
  /** Hosts that tagged elements or services belong to. */
  readonly hosts: { readonly [host: string]: string }
}

/** A button of a banner, as it is drawn. */
export interface Control {
  readonly label: string
  readonly tag: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  readonly fontSize: number
  readonly fontWeight: number
  /** Of its text against what is behind it (WCAG 2.2, relative luminance). */
  readonly contrast: number
  /** Of its surface against the surface around it. */
  readonly prominence: number
}

/** The choices of one banner, measured in the page. */
export interface Choices {
  readonly page: string
  readonly viewport: string
  readonly accept?: Control | undefined
  readonly reject?: Control | undefined
  readonly settings?: Control | undefined
  /** Clicks until everything is refused. `undefined`: no way was found. */
  readonly clicksToRefuse?: number | undefined
  /** Labels of switches that were on before the visitor touched them, and can be switched off. */
  readonly preTicked: readonly string[]
}

/** How a phase was answered. */
export interface Answer {
  readonly phase: Phase
  /** `record`: the cookie of askfirst was set. `none`: nothing could be answered. */
  readonly method: 'record' | 'api' | 'autoconsent' | 'buttons' | 'module' | 'none'
  /** The consent tool, as far as it is known. */
  readonly tool?: string | undefined
  /** In one sentence. */
  readonly detail: string
  /** Whether a banner was visible before the answer. */
  readonly banner: boolean
  /** A JPEG, base64. */
  readonly screenshot?: string | undefined
}

/** What a run has found, before it is judged. */
export interface Facts {
  readonly url: string
  readonly storage: readonly StoredItem[]
  readonly requests: readonly AskedHost[]
  readonly answers: readonly Answer[]
  readonly choices: readonly Choices[]
  readonly declaration?: Declaration | undefined
  /** Whether a banner was visible on a visit that had not answered, on the next visit after a refusal. */
  readonly askedAgain?: boolean | undefined
}

/** `error` and `warning` count for the exit status, `note` does not. */
export type Severity = 'error' | 'warning' | 'note'

/** A rule or court decision that a finding touches. A fact with its source, not advice. */
export interface Ground {
  readonly law: string
  readonly source: string
}

/** One thing that is not as it should be. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** States the fact. */
  readonly message: string
  /** States the cure. */
  readonly advice: string
  /** What it is about, the same from run to run: a baseline compares it. */
  readonly subject: string
  readonly page?: string | undefined
  readonly evidence: readonly string[]
  readonly grounds: readonly Ground[]
}
