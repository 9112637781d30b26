import process from 'node:process'
import type { Reporter } from 'vitest/node'

/** Ends with `N passed, N failed`, alone on its line, for machines to read. */
export function createClosingLine(): Reporter {
  return {
    onTestRunEnd: (modules, strayErrors, reason) => {
      const tests = modules.flatMap((module) => [...module.children.allTests()])
      const count = (state: string) => tests.filter((test) => test.result().state === state).length
      // Files that could not be read have no tests to fail.
      const broken = modules.filter((module) => module.errors().length > 0).length
      const failed = count('failed') + broken + strayErrors.length
      // A run that was cut off, or that found nothing to run, has not passed.
      const least = reason === 'passed' && count('passed') > 0 ? 0 : 1
      const line = `${count('passed')} passed, ${Math.max(failed, least)} failed\n`
      // What went wrong is printed after this event.
      process.once('exit', () => void process.stdout.write(line))
    },
  }
}
