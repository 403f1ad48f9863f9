/** Making a board like another, beside the event loop: of a large one it takes seconds. */
import { workThread } from '../threads/work-thread'
import type { BoardCopy, CopyJob } from './board-copy'

const limitMs = 60_000
/** Until everything is loaded, on a busy machine. */
const startMs = 60_000

const openThread = () =>
  workThread<CopyJob>({
    worker: new URL('./copy-worker.mjs', import.meta.url),
    limitMs: () => limitMs,
    bytesIn: ({ update }) => [update],
    startMs,
    memoryMb: 1024,
    idleMs: 60_000,
    mostWaiting: 20,
  })

let shared: ReturnType<typeof openThread> | null = null

/** Takes the board's bytes for itself. Rejects with a refusal where it took too long. `who` waits: all take turns. */
export function makeBoardCopy(job: CopyJob, who: string): Promise<BoardCopy> {
  shared ??= openThread()
  return shared.run(job, { who, givesAway: true }) as Promise<BoardCopy>
}
