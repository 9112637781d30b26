import { type Action, answerPage, type Means, seesBanner } from '../answer/answer-page.js'
import { readPageOptions } from '../answer/read-page-options.js'
import { type SiteOptions, toDeclaration } from '../answer/site-options.js'
import { writeRecord } from '../answer/write-record.js'
import type { Profiles } from '../browser/open-profile.js'
import { measureChoices } from '../choices/measure-choices.js'
import type { Moment } from '../collect/create-recorder.js'
import { createLedger } from '../collect/ledger.js'
import type { OpenData } from '../collect/open-data.js'
import { choosePages } from '../crawl/choose-pages.js'
import { listLinks } from '../crawl/list-links.js'
import { scout } from '../crawl/scout.js'
import { createFailure, firstLine } from '../failure.js'
import type { Answer, Choices, Facts, Phase } from '../rules/facts.js'
import { openVisitor, type Visitor } from '../visit/open-visitor.js'
import { within } from '../within.js'
import type { AuditOptions, Viewport } from './options.js'

/** One page in one phase. */
export interface PageVisit {
  readonly url: string
  readonly phase: Phase
  readonly viewport: string
  readonly title: string
  readonly status: number
  readonly isQuiet: boolean
  /** Milliseconds that the visit took. */
  readonly ms: number
  /** A JPEG, base64. */
  readonly screenshot?: string | undefined
}

/** What a run brought, before it is judged. */
export interface Run {
  readonly facts: Facts
  readonly pages: readonly string[]
  readonly visits: readonly PageVisit[]
  readonly moments: readonly Moment[]
  /** What could not be looked at, in sentences. */
  readonly problems: readonly string[]
  /** Whether a phase was lost to an error in what the user gave. */
  readonly isBroken: boolean
}

export interface Tools {
  readonly profiles: Profiles
  readonly data: OpenData
  readonly means: Means
  readonly config?: SiteOptions | undefined
  readonly tell: (line: string) => void
}

/** A visitor with a profile of their own. */
interface Guest extends Visitor {
  readonly close: () => Promise<void>
  /** Notes what was asked for, and closes. */
  readonly leave: () => Promise<void>
}

/** The phone on which the choices are measured beside the first viewport. */
const phone: Viewport = { width: 390, height: 844 }
/** Shares of the budget by which a phase stops going to further pages. */
const shares = { before: 0.4, reject: 0.9, 'next-visit': 1, accept: 0.8, withdraw: 1 } as const
/** Pages that are visited again after a withdrawal. */
const AFTER_WITHDRAWAL = 3
const ANSWER_LIMIT = 60_000
/** For one look at a page that is there. */
const LOOK_LIMIT = 15_000

const write = ({ width, height }: Viewport) => `${width}x${height}`

/** Visits a site in all phases. @throws a failure where its first page cannot be looked at */
export async function auditSite(options: AuditOptions, tools: Tools): Promise<Run> {
  const { profiles, data, config, tell } = tools
  const began = Date.now()
  const site = new URL(options.url).hostname
  const isChromium = options.browser === 'chromium'
  const patience = { quiet: options.quiet, most: Math.max(6000, options.quiet * 8) }
  const ledger = createLedger(site, data)
  const problems: string[] = []
  const visits: PageVisit[] = []
  const answers: Answer[] = []
  const choices: Choices[] = []
  let means = tools.means
  let pages = [options.url]
  let start = options.url
  let askedAgain = false
  let isBroken = false
  let declaration = config && toDeclaration(config, 'config')

  const complain = (text: string) => {
    if (problems.includes(text)) return
    problems.push(text)
    tell(`  ! ${text}`)
  }

  async function arrive(viewport: Viewport): Promise<Guest> {
    const profile = await profiles.open(viewport)
    let at = ''
    const visitor = await openVisitor({
      profile,
      site,
      isChromium,
      patience,
      onIncident: (text) => complain(`${at || start} ${text}`),
    })
    return {
      ...visitor,
      visit(url, phase) {
        at = url
        return visitor.visit(url, phase)
      },
      close: profile.close,
      async leave() {
        ledger.close(visitor.recorder)
        await profile.close()
      },
    }
  }

  /** Visits one page and notes what is kept. Says why where it cannot be. */
  async function look(visitor: Visitor, url: string, phase: Phase, viewport: Viewport): Promise<boolean> {
    const since = Date.now()
    try {
      const { title, status, isQuiet } = await visitor.visit(url, phase)
      await visitor.take(ledger, phase, url)
      if (!isQuiet)
        complain(`${url} did not fall quiet within ${patience.most / 1000} s; it was taken as it was.`)
      const isShown = phase === 'before' || phase === 'accept'
      const shot = isShown
        ? await visitor
            .page()
            .screenshot({ type: 'jpeg', quality: 35, timeout: 5000 })
            .catch(() => undefined)
        : undefined
      const screenshot = shot?.toString('base64')
      visits.push({
        url,
        phase,
        viewport: write(viewport),
        title,
        status,
        isQuiet,
        ms: Date.now() - since,
        screenshot,
      })
      tell(`  ${phase.padEnd(10)} ${url} (${((Date.now() - since) / 1000).toFixed(1)} s)`)
      return true
    } catch (cause) {
      complain(`${url} could not be looked at (${phase}). ${firstLine(cause)}`)
      return false
    }
  }

  /** Visits pages until the share of the budget is used up. */
  async function lookAtAll(
    visitor: Visitor,
    urls: readonly string[],
    phase: Phase,
    viewport: Viewport,
  ): Promise<void> {
    const end = began + options.budget * 1000 * shares[phase]
    for (const [index, url] of urls.entries()) {
      if (Date.now() > end) {
        complain(
          `The budget of ${options.budget} s was used up: ${urls.length - index} of ${pages.length} pages were not visited (${phase}).`,
        )
        return
      }
      await look(visitor, url, phase, viewport)
    }
  }

  async function lookBefore(viewport: Viewport, isFirst: boolean): Promise<void> {
    const visitor = await arrive(viewport)
    try {
      if (isFirst) {
        const scouting = options.pages > 1 ? scout(options.url, profiles).catch(() => undefined) : undefined
        const since = Date.now()
        const first = await visitor.visit(options.url, 'before').catch((cause: unknown) => {
          throw createFailure(`${options.url} could not be looked at.`, firstLine(cause))
        })
        await visitor.take(ledger, 'before', options.url)
        if (!first.isQuiet)
          complain(
            `${options.url} did not fall quiet within ${patience.most / 1000} s; it was taken as it was.`,
          )
        const shot = await visitor
          .page()
          .screenshot({ type: 'jpeg', quality: 35, timeout: 5000 })
          .catch(() => undefined)
        visits.push({
          url: options.url,
          phase: 'before',
          viewport: write(viewport),
          title: first.title,
          status: first.status,
          isQuiet: first.isQuiet,
          ms: Date.now() - since,
          screenshot: shot?.toString('base64'),
        })
        tell(`  before     ${options.url} (${((Date.now() - since) / 1000).toFixed(1)} s)`)
        start = options.url
        const links = await within(LOOK_LIMIT, listLinks(visitor.page())).catch(() => [])
        const scouted = await scouting
        const isAllowed = options.ignoreRobots ? () => true : (scouted?.robots.isAllowed ?? (() => true))
        pages = choosePages({
          start,
          links,
          sitemap: scouted?.sitemap ?? [],
          isAllowed,
          count: options.pages,
        })
        const found = await within(LOOK_LIMIT, readPageOptions(visitor.page())).catch(() => undefined)
        if (found) means = { ...means, options: found.options }
        if (found) declaration ??= toDeclaration(found.options, 'page')
        if (declaration && found)
          declaration = { ...declaration, hosts: { ...found.hosts, ...declaration.hosts } }
      }
      await lookAtAll(visitor, isFirst ? pages.slice(1) : pages, 'before', viewport)
      ledger.close(visitor.recorder)
      await measure(visitor, isFirst ? [viewport, phone] : [viewport])
    } finally {
      // Closed above: what the measure presses is no part of a first visit.
      await visitor.close()
    }
  }

  async function measure(visitor: Visitor, sizes: readonly Viewport[]): Promise<void> {
    for (const size of sizes) {
      try {
        await within(LOOK_LIMIT, visitor.page().setViewportSize({ ...size }))
        await visitor.visit(start, 'before')
        const measured = await within(LOOK_LIMIT, measureChoices(visitor.page(), start))
        if (measured) choices.push(measured)
      } catch (cause) {
        complain(`The choices could not be measured at ${write(size)}. ${firstLine(cause)}`)
      }
    }
  }

  async function answer(visitor: Visitor, phase: Phase, action: Action, onAct?: () => void): Promise<Answer> {
    const given = await within(
      ANSWER_LIMIT,
      answerPage(visitor.page(), phase, action, { ...means, onAct }),
    ).catch((cause: unknown): Answer => {
      if (means.module) isBroken = true
      const whose = means.module ? 'The function of `--consent` failed' : 'The banner could not be answered'
      complain(`${whose} (${action}): ${firstLine(cause)}`)
      return { phase, method: 'none', detail: `${whose}: ${firstLine(cause)}`, banner: true }
    })
    answers.push(given)
    visitor.recorder.moment('answer', given.detail)
    tell(`  ${phase.padEnd(10)} ${given.detail}`)
    return given
  }

  /** Answers on the first page, then visits all pages as somebody who has answered. */
  async function lookAnswered(phase: 'reject' | 'accept', viewport: Viewport): Promise<Guest | undefined> {
    const visitor = await arrive(viewport)
    const { options: own } = means
    const isSeeded = own && !own.isElsewhere && !means.module?.[phase]
    try {
      if (isSeeded)
        await visitor
          .page()
          .context()
          .addCookies([writeRecord(own, start, phase === 'accept')])
      // What happens before the answer is a first visit once more.
      await visitor.visit(start, isSeeded ? phase : 'before')
      const given = await answer(visitor, phase, phase, () => visitor.recorder.place({ phase, page: start }))
      if (given.method === 'none') {
        await visitor.leave()
        return
      }
      visitor.recorder.place({ phase, page: start })
      await visitor.settle()
      await lookAtAll(visitor, pages, phase, viewport)
      return visitor
    } catch (cause) {
      complain(`${start} could not be looked at (${phase}). ${firstLine(cause)}`)
      await visitor.leave()
    }
  }

  const [viewport = phone, ...others] = options.viewports
  tell(`Before an answer`)
  await lookBefore(viewport, true)
  for (const other of others) await lookBefore(other, false)

  async function refuse(): Promise<void> {
    const refusing = await lookAnswered('reject', viewport)
    if (!refusing) return
    try {
      await refusing.comeBack()
      if (await look(refusing, start, 'next-visit', viewport))
        askedAgain = await within(LOOK_LIMIT, seesBanner(refusing.page()))
    } catch (cause) {
      complain(`The next visit failed. ${firstLine(cause)}`)
    }
    await refusing.leave()
  }

  async function accept(): Promise<void> {
    const accepting = await lookAnswered('accept', viewport)
    if (!accepting) return
    try {
      await accepting.visit(start, 'accept')
      const given = await answer(accepting, 'withdraw', 'withdraw')
      if (given.method !== 'none') {
        // A page may reload itself now, and its tags are stopped by that alone.
        await accepting.settle()
        await lookAtAll(accepting, pages.slice(0, AFTER_WITHDRAWAL), 'withdraw', viewport)
      }
    } catch (cause) {
      complain(`The withdrawal failed. ${firstLine(cause)}`)
    }
    await accepting.leave()
  }

  // Two visitors with a profile each do not see each other: half the time.
  tell('Refusing everything, and accepting everything')
  await Promise.all([refuse(), accept()])

  const facts: Facts = {
    url: options.url,
    storage: ledger.storage(),
    requests: ledger.requests(),
    answers,
    choices,
    declaration,
    askedAgain,
  }
  return { facts, pages, visits, moments: ledger.moments(), problems, isBroken }
}
