/** Converting beside the event loop: one thread, one job at a time, with a limit on time and memory. */
import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode, type RefusalDetails } from '@atelier/shared/refusals'
import type { Job, Result } from './jobs'

export type ExchangeThread = {
  /** Rejects with a refusal where the job took too long, or more memory than there is. */
  run<J extends Job>(job: J): Promise<Result<J>>
  close(): void
}

type Answer = {
  result?: unknown
  refusal?: RefusalCode
  details?: RefusalDetails
  error?: string
}
type Waiting = { job: Job; resolve(result: unknown): void; reject(error: Error): void }

export type ExchangeThreadOptions = {
  limitMs?: number
  memoryMb?: number
  idleMs?: number
  mostWaiting?: number
}

export function exchangeThread({
  limitMs = 60_000,
  memoryMb = 1536,
  idleMs = 120_000,
  mostWaiting = 20,
}: ExchangeThreadOptions = {}): ExchangeThread {
  const waiting: Waiting[] = []
  let current: Waiting | null = null
  let worker: Worker | null = null
  let limit: NodeJS.Timeout | undefined
  let idle: NodeJS.Timeout | undefined

  function start(): Worker {
    const started = new Worker(new URL('./exchange-worker.mjs', import.meta.url), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 8 },
    })
    started.on('message', (answer: Answer) => {
      if (started === worker) end(outcomeOf(answer))
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
    current = waiting.shift() ?? null
    if (!current) return
    clearTimeout(idle)
    worker ??= start()
    worker.ref()
    worker.postMessage(current.job)
    limit = setTimeout(() => {
      letGo()
      end(new Refusal('too-large'))
    }, limitMs)
  }

  return {
    close: letGo,
    run: (job) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting)
          return reject(new Refusal('unavailable', { retryAfterSeconds: 10 }))
        waiting.push({ job, resolve: resolve as (result: unknown) => void, reject })
        next()
      }),
  }
}

function outcomeOf({ result, refusal, details, error }: Answer): { result: unknown } | Error {
  if (refusal) return new Refusal(refusal, details)
  return error === undefined ? { result } : new Error(`a conversion failed: ${error}`)
}

let shared: ExchangeThread | null = null

/** The one of this process: conversions take a core, and must not take all of them. */
export function sharedExchangeThread(): ExchangeThread {
  shared ??= exchangeThread()
  return shared
}
