/** Playing a board's log again, beside the event loop. */
import type { CardHistory } from '@atelier/shared/boards/card-change'
import type { LogPiece } from '@atelier/shared/boards/card-history'
import { workThread } from '../threads/work-thread'

export type HistoryJob = { log: LogPiece[]; card: string; most: number }

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

let shared: ReturnType<typeof openThread> | null = null

/** Rejects with a refusal where it took too long. `who` waits: everybody takes turns. */
export function tellHistory(job: HistoryJob, who: string): Promise<CardHistory> {
  shared ??= openThread()
  return shared.run(job, { who }) as Promise<CardHistory>
}
