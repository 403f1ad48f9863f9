/** Playing boards' logs again, beside the event loop. */
import type { CardHistory } from '@atelier/shared/boards/card-change'
import type { LogPiece } from '@atelier/shared/boards/card-history'
import { type WorkThread, workThread } from '../threads/work-thread'
import { workThreads } from '../threads/work-threads'

export type HistoryJob = { log: LogPiece[]; card: string; most: number }

/** One that takes as long as it may leaves the other threads to the others. */
export const historiesAtOnce = 2
const limitMs = 20_000
/** Until everything is loaded, on a busy machine. */
const startMs = 60_000

const openThread = () =>
  workThread<HistoryJob>({
    worker: new URL('./history-worker.mjs', import.meta.url),
    limitMs: () => limitMs,
    bytesIn: ({ log }) => log.map(({ update }) => update),
    startMs,
    memoryMb: 1024,
    idleMs: 60_000,
    mostWaiting: 20,
  })

let shared: WorkThread<HistoryJob> | null = null

/** Rejects with a refusal where it took too long. `who` waits: everybody takes turns. */
export function tellHistory(job: HistoryJob, who: string): Promise<CardHistory> {
  shared ??= workThreads(openThread, historiesAtOnce)
  return shared.run(job, { who }) as Promise<CardHistory>
}
