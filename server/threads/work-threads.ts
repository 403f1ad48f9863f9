/** Several threads for one kind of work: what takes long in one keeps nobody waiting in another. */
import type { WorkThread } from './work-thread'

/** Opened as they are needed. A job goes to whichever has the fewest. */
export function workThreads<Job>(open: () => WorkThread<Job>, most: number): WorkThread<Job> {
  const threads: { thread: WorkThread<Job>; jobs: number }[] = []
  const pick = () => {
    const free = threads.find(({ jobs }) => jobs === 0)
    if (free) return free
    if (threads.length < most) {
      const opened = { thread: open(), jobs: 0 }
      threads.push(opened)
      return opened
    }
    return threads.reduce((least, one) => (one.jobs < least.jobs ? one : least))
  }
  return {
    async run(job, wish) {
      const chosen = pick()
      chosen.jobs++
      try {
        return await chosen.thread.run(job, wish)
      } finally {
        chosen.jobs--
      }
    },
    close() {
      for (const { thread } of threads) thread.close()
    },
  }
}
