/**
 * Work beside the event loop: one thread, one job at a time, with a limit on time and memory. Those
 * who wait take turns.
 */
import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode, type RefusalDetails } from '@atelier/shared/refusals'
import { FairQueue } from './fair-queue'
import { ownBuffers } from './own-buffers'

export type WorkThread<Job> = {
  /** Rejects with a refusal where the job took too long, or more memory than there is. */
  run(job: Job, wish?: Wish): Promise<unknown>
  close(): void
}

export type Wish = {
  /** Who waits: everybody’s jobs take turns. */
  who?: string
  /** Waits however long the row is: what this is a part of has begun already. */
  isPatient?: boolean
  /** The job’s bytes go to the thread instead of copies of them, and are nobody’s here any more. */
  givesAway?: boolean
  /** How far it is, as the job says. */
  onProgress?(progress: unknown): void
}

export type WorkThreadOptions<Job> = {
  /** A module that answers with `answerJobs`. */
  worker: URL
  limitMs(job: Job): number
  bytesIn(job: Job): Uint8Array[]
  /** Until everything is loaded, on a busy machine. */
  startMs: number
  memoryMb: number
  idleMs: number
  mostWaiting: number
}

type Answer = {
  ready?: boolean
  progress?: unknown
  result?: unknown
  refusal?: RefusalCode
  details?: RefusalDetails
  error?: string
}
type Waiting<Job> = {
  job: Job
  givesAway: boolean
  onProgress: ((progress: unknown) => void) | undefined
  resolve(result: unknown): void
  reject(error: Error): void
}

export function workThread<Job>(options: WorkThreadOptions<Job>): WorkThread<Job> {
  const { limitMs, startMs, memoryMb, idleMs, mostWaiting } = options
  const waiting = new FairQueue<Waiting<Job>>()
  let current: Waiting<Job> | null = null
  let worker: Worker | null = null
  let isReady = false
  let limit: NodeJS.Timeout | undefined
  let idle: NodeJS.Timeout | undefined

  function start(): Worker {
    const started = new Worker(options.worker, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 8 },
    })
    isReady = false
    started.on('message', (answer: Answer) => {
      if (started !== worker) return
      if (answer.progress !== undefined) return current?.onProgress?.(answer.progress)
      if (!answer.ready) return end(outcomeOf(answer))
      isReady = true
      if (current) endsIn(limitMs(current.job))
    })
    started.on('error', (error) => lose(started, error))
    started.on('exit', () => lose(started, new Error('the thread ended')))
    return started
  }

  function lose(lost: Worker, cause: Error): void {
    if (lost !== worker) return
    worker = null
    if (current) end(Object.assign(new Refusal('too-large'), { cause }))
  }

  function letGo(): void {
    const stuck = worker
    worker = null
    stuck?.terminate().catch(() => undefined)
  }

  function end(outcome: { result: unknown } | Error): void {
    clearTimeout(limit)
    worker?.unref()
    const ended = current
    current = null
    if (outcome instanceof Error) ended?.reject(outcome)
    else ended?.resolve(outcome.result)
    next()
    if (!current) idle = setTimeout(letGo, idleMs).unref()
  }

  function next(): void {
    if (current) return
    current = waiting.take()
    if (!current) return
    clearTimeout(idle)
    worker ??= start()
    worker.ref()
    const { job, givesAway } = current
    try {
      worker.postMessage(job, givesAway ? ownBuffers(options.bytesIn(job)) : [])
    } catch (error) {
      // What cannot be handed over must not keep the others waiting.
      end(error as Error)
      return
    }
    endsIn(isReady ? limitMs(current.job) : startMs)
  }

  function endsIn(ms: number): void {
    clearTimeout(limit)
    if (!current) return
    limit = setTimeout(() => {
      letGo()
      end(new Refusal('too-large'))
    }, ms)
  }

  return {
    close: letGo,
    run: (job, { who = '', isPatient = false, givesAway = false, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (!isPatient && waiting.size >= mostWaiting)
          return reject(new Refusal('unavailable', { retryAfterSeconds: 10 }))
        waiting.add(who, { job, givesAway, onProgress, resolve, reject })
        next()
      }),
  }
}

function outcomeOf({ result, refusal, details, error }: Answer): { result: unknown } | Error {
  if (refusal) return new Refusal(refusal, details)
  return error === undefined ? { result } : new Error(`the work of a thread failed: ${error}`)
}
