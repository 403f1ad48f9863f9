/**
 * Collects what all rooms want to store, for a moment and while one commit is under way, and
 * stores it together: one round trip and one fsync for everybody.
 */
import { RoomGone } from '../sync/room-store'

export type Append = { roomId: string; bytes: Uint8Array; personId: string | null }

type Waiting = Append & { resolve(): void; reject(error: unknown): void }

export type GroupCommit = {
  /** Resolves once committed. Commits are made in the order of calls. */
  append(append: Append): Promise<void>
  /** Of what is neither committed nor given back yet. Grows while the database stalls. */
  readonly backlogBytes: number
}

export type GroupCommitOptions = {
  /** Stores all of a batch or nothing. */
  insert(batch: readonly Append[]): Promise<void>
  /** How long the first of a batch waits for more. */
  gatherMs: number
}

const batchRows = 2000
const batchBytes = 8 * 1024 * 1024
/** So many are worth a commit of their own: they are not kept waiting for more. */
const enoughRows = 200
const enoughBytes = 256 * 1024

export function groupCommit({ insert, gatherMs }: GroupCommitOptions): GroupCommit {
  let waiting: Waiting[] = []
  let waitingBytes = 0
  let backlogBytes = 0
  let isCommitting = false
  let gathering: NodeJS.Timeout | null = null

  function commitSoon(): void {
    if (isCommitting || waiting.length === 0) return
    if (waiting.length >= enoughRows || waitingBytes >= enoughBytes) commitNext()
    else gathering ??= setTimeout(commitNext, gatherMs)
  }

  function commitNext(): void {
    if (gathering) clearTimeout(gathering)
    gathering = null
    isCommitting = true
    const batch = nextBatch()
    commit(batch)
      .catch((error: unknown) => {
        for (const { reject } of batch) reject(error)
      })
      .finally(() => {
        backlogBytes -= bytesOf(batch)
        isCommitting = false
        commitSoon()
      })
  }

  function nextBatch(): Waiting[] {
    const size = batchSize(waiting)
    const batch = size === waiting.length ? waiting : waiting.slice(0, size)
    waiting = size === waiting.length ? [] : waiting.slice(size)
    waitingBytes -= bytesOf(batch)
    return batch
  }

  async function commit(batch: Waiting[]): Promise<void> {
    try {
      await insert(batch)
      for (const { resolve } of batch) resolve()
    } catch (error) {
      if (batch.length > 1 && isAboutTheRows(error)) await commitInHalves(batch)
      else for (const { reject } of batch) reject(error)
    }
  }

  /** One row that cannot be stored must not keep its neighbours from it. */
  async function commitInHalves(batch: Waiting[]) {
    const middle = batch.length >> 1
    await commit(batch.slice(0, middle))
    await commit(batch.slice(middle))
  }

  return {
    append: ({ roomId, bytes, personId }) =>
      new Promise((resolve, reject) => {
        waiting.push({ roomId, bytes, personId, resolve, reject })
        waitingBytes += bytes.length
        backlogBytes += bytes.length
        commitSoon()
      }),
    get backlogBytes() {
      return backlogBytes
    },
  }
}

const bytesOf = (appends: readonly Append[]) =>
  appends.reduce((sum, { bytes }) => sum + bytes.length, 0)

function batchSize(waiting: readonly Waiting[]): number {
  let bytes = 0
  for (let at = 0; at < waiting.length; at++) {
    bytes += waiting[at]?.bytes.length ?? 0
    if (at > 0 && (at >= batchRows || bytes > batchBytes)) return at
  }
  return waiting.length
}

/** Postgres' classes "data exception" and "integrity constraint violation"; anything else hits all alike. */
function isAboutTheRows(error: unknown): boolean {
  if (error instanceof RoomGone) return true
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^2[23]/.test(code)
}
