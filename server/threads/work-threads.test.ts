import { expect, test } from 'vitest'
import type { WorkThread } from './work-thread'
import { workThreads } from './work-threads'

/** Threads whose jobs end when they are told to. */
function held() {
  const opened: string[][] = []
  const ends = new Map<string, () => void>()
  const open = (): WorkThread<string> => {
    const jobs: string[] = []
    opened.push(jobs)
    return {
      run: (job) => {
        jobs.push(job)
        return new Promise((resolve) => ends.set(job, () => resolve(job)))
      },
      close: () => undefined,
    }
  }
  return { opened, open, end: (job: string) => ends.get(job)?.() }
}

test('what takes long in one thread keeps nobody waiting, and there are no more than allowed', async () => {
  const { opened, open, end } = held()
  const threads = workThreads(open, 2)
  void threads.run('long')
  const short = threads.run('short')
  expect(opened).toEqual([['long'], ['short']])
  end('short')
  expect(await short).toBe('short')
  void threads.run('third')
  void threads.run('fourth')
  expect(opened).toEqual([
    ['long', 'fourth'],
    ['short', 'third'],
  ])
})

test('a job that failed leaves its thread free', async () => {
  const opened: WorkThread<string>[] = []
  const open = () => {
    const thread = { run: () => Promise.reject(new Error('too large')), close: () => undefined }
    opened.push(thread)
    return thread
  }
  const threads = workThreads(open, 2)
  for (let times = 0; times < 3; times++)
    await expect(threads.run('huge')).rejects.toThrow('too large')
  expect(opened).toHaveLength(1)
})
