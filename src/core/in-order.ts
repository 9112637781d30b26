/**
 * Runs jobs in the order of their arrival. A job that arrives while another runs starts after it, so that a
 * listener which decides again delays nothing that belongs to the first decision. Jobs must not throw.
 */
export function createInOrder(): (job: () => void) => void {
  const jobs: (() => void)[] = []
  return (job) => {
    if (jobs.push(job) > 1) return
    for (; jobs[0]; jobs.shift()) jobs[0]()
  }
}
