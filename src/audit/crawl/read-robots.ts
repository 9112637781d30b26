export interface Robots {
  readonly sitemaps: readonly string[]
  /** Whether a visitor that is a machine may go there. Addresses of other sites are never allowed. */
  readonly isAllowed: (url: string) => boolean
}

interface Rule {
  readonly allow: boolean
  readonly path: string
}

function toExpression(path: string): RegExp {
  const end = path.endsWith('$')
  const escaped = (end ? path.slice(0, -1) : path).replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${escaped}${end ? '$' : ''}`)
}

/** Reads robots.txt (RFC 9309): the group of `askfirst`, else that of everyone; the longest matching rule wins. */
export function readRobots(text: string): Robots {
  const groups = new Map<string, Rule[]>()
  const sitemaps: string[] = []
  let agents: string[] = []
  let isOpen = false
  for (const line of text.slice(0, 500_000).split(/\r?\n/)) {
    const [, field = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? []
    const content = value.trim()
    const name = field.toLowerCase()
    if (name === 'sitemap' && content) sitemaps.push(content)
    else if (name === 'user-agent') {
      if (!isOpen) agents = []
      isOpen = true
      agents.push(content.toLowerCase())
    } else if (name === 'allow' || name === 'disallow') {
      isOpen = false
      for (const agent of content ? agents : []) {
        const rules = groups.get(agent) ?? []
        groups.set(agent, [...rules, { allow: name === 'allow', path: content }])
      }
    }
  }
  const rules = groups.get('askfirst') ?? groups.get('*') ?? []
  return {
    sitemaps,
    isAllowed(url) {
      const { pathname, search } = new URL(url)
      const matching = rules
        .filter(({ path }) => toExpression(path).test(pathname + search))
        .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow))
      return matching[0]?.allow ?? true
    },
  }
}
