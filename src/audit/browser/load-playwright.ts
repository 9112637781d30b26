import { pathToFileURL } from 'node:url'
import type { BrowserType } from 'playwright-core'
import { createFailure } from '../failure.js'
import { findPackage } from './find-package.js'

export interface Playwright {
  readonly chromium: BrowserType
  readonly firefox: BrowserType
}

/** Loads the optional peer that drives the browsers. @throws a failure that names the command to install it */
export async function loadPlaywright(): Promise<Playwright> {
  const path = findPackage('playwright-core') ?? findPackage('playwright')
  if (!path) {
    throw createFailure(
      'The audit drives a browser with the package `playwright-core`, which is not installed.',
      'Run `npm install --save-dev playwright-core @duckduckgo/autoconsent`, then try again.',
    )
  }
  const module = await import(pathToFileURL(path).href)
  return module.default ?? module
}
