/** A Playwright reporter that ends with `N passed, N failed`, alone on its line, for machines to read. */
export default function createClosingLine() {
  let suite
  let strayErrors = 0
  return {
    printsToStdio: () => true,
    onBegin: (_config, root) => {
      suite = root
    },
    onError: () => {
      strayErrors += 1
    },
    onEnd: ({ status }) => {
      const tests = suite?.allTests() ?? []
      const passed = tests.filter((test) => ['expected', 'flaky'].includes(test.outcome())).length
      const failed = tests.filter((test) => test.outcome() === 'unexpected').length + strayErrors
      // A run that was cut off has not passed, even if no single test says so.
      const least = status === 'passed' ? 0 : 1
      process.stdout.write(`${passed} passed, ${Math.max(failed, least)} failed\n`)
    },
  }
}
