/** Decisions beside the event loop: a fork full of single letters takes seconds. */
import { type WorkThread, workThread } from '../threads/work-thread'
import { type Wish, type WorkedOut, workOutDecision } from './work-out-decision'

/** So many bytes are decided sooner than a thread is asked. */
const smallBytes = 32_000
export const limitMs = 20_000
/** Until everything is loaded, on a busy machine. */
const startMs = 60_000

let shared: WorkThread<Wish> | null = null

/** In the one thread of this process, in which everybody’s decisions take turns. */
export async function inDecidingThread(wish: Wish, by: string): Promise<WorkedOut> {
  if (wish.doc.length + wish.fork.length < smallBytes) return workOutDecision(wish)
  shared ??= workThread<Wish>({
    worker: new URL('./deciding-worker.mjs', import.meta.url),
    limitMs: () => limitMs,
    startMs,
    bytesIn: ({ doc, fork }) => [doc, fork],
    memoryMb: 1024,
    idleMs: 120_000,
    mostWaiting: 50,
  })
  return shared.run(wish, { who: by }) as Promise<WorkedOut>
}
