import acceptToLast from './accept-to-last.mjs'
import acceptToPaint from './accept-to-paint.mjs'
import bannerVisible from './banner-visible.mjs'
import blockingTime from './blocking-time.mjs'
import firstVisit from './first-visit.mjs'
import firstVisitBytes from './first-visit-bytes.mjs'
import heap from './heap.mjs'
import longestTask from './longest-task.mjs'
import observer from './observer.mjs'
import returnVisit from './return-visit.mjs'

/** By the name that `--only` takes, in the order they are printed. */
export const measures = new Map(
  Object.entries({
    'accept-to-last': acceptToLast,
    'return-visit': returnVisit,
    'longest-task': longestTask,
    observer,
    'accept-to-paint': acceptToPaint,
    'banner-visible': bannerVisible,
    'first-visit': firstVisit,
    'first-visit-bytes': firstVisitBytes,
    'blocking-time': blockingTime,
    heap,
  }),
)
