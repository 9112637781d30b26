import type { Page } from '@playwright/test'
import type { Site } from '../harness/site.js'
import { compare, judge, type Visit } from './judge.js'
import type { Plan } from './plan.js'
import type { Limits } from './play.js'
import { createWriter } from './write.js'

/** What came of one plan. */
export interface Outcome {
  readonly plan: Plan
  readonly faults: readonly string[]
  readonly planned: Visit
  /** The page of the planned visit. */
  readonly html: string
}

/** Makes visits, several at a time: each page in a frame, because pages behind others are not painted. */
export async function createVisits(page: Page, site: Site, limits: Limits) {
  const writer = createWriter(site, limits)
  const pages = new Map<string, string>()
  const base = site.page(({ query }) => pages.get(`${query.get('page')}`) ?? '', { path: '/visit' })
  await page.goto(site.page('<title>Visits</title><style>iframe { width: 120px; height: 60px }</style>'))
  let count = 0

  async function open(htmls: readonly string[]): Promise<readonly Visit[]> {
    const addresses = htmls.map((html) => {
      const name = `${count++}`
      pages.set(name, html)
      return `${base}?page=${name}`
    })
    const visits = await page.evaluate(async (addresses) => {
      const visits = addresses.map(
        (address) =>
          new Promise<unknown>((resolve) =>
            addEventListener('message', ({ data }) => data.address === address && resolve(data.visit)),
          ),
      )
      const frames = addresses.map((address) => {
        const frame = document.createElement('iframe')
        frame.src = address
        document.body.append(frame)
        return frame
      })
      const found = await Promise.all(visits)
      for (const frame of frames) frame.remove()
      return found
    }, addresses)
    pages.clear()
    await page.context().clearCookies()
    return visits as readonly Visit[]
  }

  return async function visit(plans: readonly Plan[]): Promise<readonly Outcome[]> {
    const written = plans.map((plan, slot) => [
      writer.planned(plan, slot),
      writer.granted(plan, slot),
      writer.native(plan, slot),
    ])
    const visits = await open(written.flat())
    return plans.map((plan, slot) => {
      const [planned, granted, native] = visits.slice(slot * 3)
      if (!planned || !granted || !native) throw new Error('A visit has told nothing.')
      const faults = [...judge(plan, planned), ...compare(plan, granted, native)]
      const reached = planned.told[0]
        ? site
            .requests({ host: `files-${slot}.test` })
            .map(({ path, query }) => `${path} ${query.get('code')}`)
        : []
      const told = [...planned.told, ...(reached[0] ? [`reached the server: ${reached.join(', ')}`] : [])]
      return { plan, faults, planned: { ...planned, told }, html: written[slot]?.[0] ?? '' }
    })
  }
}
