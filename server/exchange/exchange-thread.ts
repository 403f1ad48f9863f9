/**
 * Converting beside the event loop: one thread, one job at a time, with a limit on time and memory.
 * Those who wait take turns.
 */
import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode, type RefusalDetails } from '@atelier/shared/refusals'
import { FairQueue } from './fair-queue'
import type { Job, Result } from './jobs'
import { ownBuffers } from './own-buffers'

export type ExchangeThread = {
  /** Rejects with a refusal where the job took too long, or more memory than there is. */
  run<J extends Job>(job: J, wish?: Wish): Promise<Result<J>>
  close(): void
}

export type Wish = {
  /** Who waits: everybody’s jobs take turns. */
  who?: string
  /** Waits however long the row is: what this is a part of has begun already. */
  isPatient?: boolean
  /** The job’s bytes go to the thread instead of copies of them, and are nobody’s here any more. */
  givesAway?: boolean
}

type Answer = {
  ready?: boolean
  result?: unknown
  refusal?: RefusalCode
  details?: RefusalDetails
  error?: string
}
type Waiting = {
  job: Job
  givesAway: boolean
  resolve(result: unknown): void
  reject(error: Error): void
}

/** What somebody else has made may be made to be slow to read; what we write was made here. */
const usualLimitsMs: Record<Job['kind'], number> = {
  read: 15_000,
  make: 15_000,
  show: 15_000,
  write: 60_000,
}
/** Until everything is loaded, on a busy machine. */
const startMs = 60_000

export type ExchangeThreadOptions = {
  /** For all kinds of jobs. */
  limitMs?: number
  limitsMs?: Partial<typeof usualLimitsMs>
  memoryMb?: number
  idleMs?: number
  mostWaiting?: number
}

export function exchangeThread({
  limitMs,
  limitsMs = {},
  memoryMb = 1536,
  idleMs = 120_000,
  mostWaiting = 20,
}: ExchangeThreadOptions = {}): ExchangeThread {
  const waiting = new FairQueue<Waiting>()
  let current: Waiting | null = null
  let worker: Worker | null = null
  let isReady = false
  let limit: NodeJS.Timeout | undefined
  let idle: NodeJS.Timeout | undefined

  function start(): Worker {
    const started = new Worker(new URL('./exchange-worker.mjs', import.meta.url), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 8 },
    })
    isReady = false
    started.on('message', (answer: Answer) => {
      if (started !== worker) return
      if (!answer.ready) return end(outcomeOf(answer))
      isReady = true
      endsIn(limitOf(current?.job))
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
    worker.postMessage(current.job, current.givesAway ? ownBuffers(bytesIn(current.job)) : [])
    endsIn(isReady ? limitOf(current.job) : Math.min(startMs, limitMs ?? startMs))
  }

  const limitOf = (job: Job | undefined) =>
    limitMs ?? { ...usualLimitsMs, ...limitsMs }[job?.kind ?? 'write']

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
    run: (job, { who = '', isPatient = false, givesAway = false } = {}) =>
      new Promise((resolve, reject) => {
        if (!isPatient && waiting.size >= mostWaiting)
          return reject(new Refusal('unavailable', { retryAfterSeconds: 10 }))
        const answer = { resolve: resolve as (result: unknown) => void, reject }
        waiting.add(who, { job, givesAway, ...answer })
        next()
      }),
  }
}

function bytesIn(job: Job): Uint8Array[] {
  switch (job.kind) {
    case 'read':
      return [job.bytes]
    case 'show':
      return [job.update]
    case 'write':
      return job.files.map(({ bytes }) => bytes)
    case 'make':
      return []
  }
}

function outcomeOf({ result, refusal, details, error }: Answer): { result: unknown } | Error {
  if (refusal) return new Refusal(refusal, details)
  return error === undefined ? { result } : new Error(`a conversion failed: ${error}`)
}

let shared: ExchangeThread | null = null

/** As this person, whose jobs wait until it is their turn, however many there are. */
export const asOneOf = (thread: ExchangeThread, who: string): ExchangeThread => ({
  ...thread,
  run: (job, wish) => thread.run(job, { who, isPatient: true, ...wish }),
})

/** The one of this process: conversions take a core, and must not take all of them. */
export function sharedExchangeThread(): ExchangeThread {
  shared ??= exchangeThread()
  return shared
}
