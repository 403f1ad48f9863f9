/** Converting beside the event loop. */
import { type Wish, workThread } from '../threads/work-thread'
import type { Job, Result } from './jobs'

export type ExchangeThread = {
  /** Rejects with a refusal where the job took too long, or more memory than there is. */
  run<J extends Job>(job: J, wish?: Wish): Promise<Result<J>>
  close(): void
}

/** What somebody else has made may be made to be slow to read; what we write was made here. */
const usualLimitsMs: Record<Job['kind'], number> = {
  read: 15_000,
  make: 15_000,
  'make-board': 15_000,
  'open-board': 60_000,
  'look-board': 15_000,
  'read-board': 60_000,
  'write-board': 60_000,
  'write-training': 60_000,
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
  const { run, close } = workThread<Job>({
    worker: new URL('./exchange-worker.mjs', import.meta.url),
    limitMs: ({ kind }) => limitMs ?? { ...usualLimitsMs, ...limitsMs }[kind],
    startMs: Math.min(startMs, limitMs ?? startMs),
    bytesIn,
    ...{ memoryMb, idleMs, mostWaiting },
  })
  return { run: run as ExchangeThread['run'], close }
}

function bytesIn(job: Job): Uint8Array[] {
  switch (job.kind) {
    case 'read':
    case 'look-board':
    case 'read-board':
      return [job.bytes]
    case 'show':
    case 'open-board':
      return [job.update]
    case 'write':
      return job.files.map(({ bytes }) => bytes)
    case 'make':
    case 'make-board':
    case 'write-board':
    case 'write-training':
      return []
  }
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
