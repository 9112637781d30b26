import type { Site } from '../harness/site.js'
import { canRun, isMet, mustRun } from './model.js'
import type { Plan, Tag } from './plan.js'
import { type Limits, type PageStep, play, type Script } from './play.js'

/** Longer than the slowest file, so that what should have been stopped shows itself. */
const REST = 260
/** More than a busy machine needs, less than the 10 s after which a silent file is passed over. */
const PATIENCE = 4000

const everything = { statistics: true, marketing: true }

function address(site: Pick<Site, 'url'>, { id, kind, answer }: Tag, slot: number): string {
  // Nobody may connect to this port: what a blocker does looks the same from the page.
  if (answer === 'blocked') return `http://files-${slot}.test:1/${id}.js`
  const query = answer === 'missing' ? { status: 404 } : { delay: answer }
  const path = kind.endsWith('module') ? '/module.js' : '/tag.js'
  return site.url(path, { host: `files-${slot}.test`, query: { code: `note('${id}')`, ...query } })
}

/** One tag; `held` false: as it would stand in a page that asks nobody. */
function writeTag(site: Pick<Site, 'url'>, tag: Tag, slot: number, held: boolean): string {
  const { id, kind, needs, service } = tag
  const isInline = kind.startsWith('inline')
  const type = kind.endsWith('module') ? 'module' : ''
  const attributes = [
    `data-id="${id}"`,
    held && `type="text/plain" data-category="${needs}"`,
    held && service && `data-service="${service}"`,
    type && `${held ? 'data-type' : 'type'}="${type}"`,
    kind.startsWith('async') && 'async',
    kind.startsWith('defer') && 'defer',
    !isInline && `src="${address(site, tag, slot).replaceAll('&', '&amp;')}"`,
  ]
  return `<script ${attributes.filter(Boolean).join(' ')}>${isInline ? `note('${id}')` : ''}</script>`
}

const options = `window.askfirst = { options: {
  categories: { necessary: { required: true }, statistics: {}, marketing: { services: { video: {} } } },
  view: { mount: () => ({ open() {}, close() {}, update() {}, destroy() {} }) },
  reload: 'never',
} }`

const inScript = (code: string) => code.replaceAll('</', '<\\/')

function write(tags: readonly string[], script: Script, head: string): string {
  return `<title>Visit</title><script>(${inScript(play.toString())})(${inScript(JSON.stringify(script))})</script>
${head}<body>\n${tags.join('\n')}`
}

/** Pages of one visit. `slot` tells the hosts of files apart: a browser asks each for six at a time. */
export function createWriter(site: Site, limits: Limits) {
  // A name of its own for each: Firefox may still show what a frame of the visits before has stored.
  let count = 0
  const settings = { patience: PATIENCE, rest: REST, limits }

  function head(remembered: Plan['remembered'], cookie: string): string {
    const seconds = Math.floor(Date.now() / 1000).toString(36)
    const choices = Object.entries(remembered ?? {}).map(([name, granted]) => (granted ? name : `-${name}`))
    const value = `1::${seconds}:Vq3fJ8kLmN0pQw1x:banner:${choices.join('~')}`
    const before = remembered ? `document.cookie = '${cookie}=${value};path=/';` : ''
    return `<script>${before} ${options}</script>
${site.cdn({ 'data-cookie-name': cookie })}`
  }

  const held = (plan: Plan, slot: number) => plan.tags.map((tag) => writeTag(site, tag, slot, true))

  return {
    /** The visit as it was planned. */
    planned(plan: Plan, slot: number): string {
      const steps = plan.steps.map((step): PageStep => {
        if (step.act !== 'insert') return step
        const { tags, ...rest } = step
        return { ...rest, html: tags.map((tag) => writeTag(site, tag, slot, true)).join('') }
      })
      const script = { ...settings, steps, awaited: mustRun(plan) }
      return write(held(plan, slot), script, head(plan.remembered, `visit-${count++}`))
    },
    /** The page alone, everything granted before it is parsed. */
    granted(plan: Plan, slot: number): string {
      const awaited = mustRun({ ...plan, remembered: everything, steps: [] })
      const script = { ...settings, steps: [], awaited }
      return write(held(plan, slot), script, head(everything, `visit-${count++}`))
    },
    /** The same page without askfirst and without what everybody would have been refused. */
    native(plan: Plan, slot: number): string {
      const given = { ...everything, 'marketing.video': true }
      const tags = plan.tags.filter((tag) => isMet(tag, given))
      const script = { ...settings, steps: [], awaited: tags.filter(canRun).map(({ id }) => id) }
      return write(
        tags.map((tag) => writeTag(site, tag, slot, false)),
        script,
        '',
      )
    },
  }
}
