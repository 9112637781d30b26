/** CPU time, so that what else runs on the machine does not count. Asked for before the page is opened. */
export const countProcessorTime = (cdp) => cdp.send('Performance.enable', { timeDomain: 'threadTicks' })

/** What the page's main thread has worked so far, in milliseconds. */
export async function processorTime({ cdp }) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const value = (name) => 1000 * metrics.find((metric) => metric.name === name).value
  return { task: value('TaskDuration'), script: value('ScriptDuration') }
}
