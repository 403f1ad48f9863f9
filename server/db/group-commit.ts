/**
 * Collects what all rooms want to store while one commit is under way, and stores it with the
 * next: one round trip and one fsync for everybody, and no timer.
 */
export type Append = { roomId: string; bytes: Uint8Array; personId: string | null }

type Waiting = Append & { resolve(): void; reject(error: unknown): void }

const batchRows = 500
const batchBytes = 8 * 1024 * 1024

/** `insert` stores all of a batch or nothing. The answer stores one, in the order of calls. */
export function groupCommit(insert: (batch: readonly Append[]) => Promise<void>) {
  let waiting: Waiting[] = []
  let isCommitting = false

  async function commitAll() {
    isCommitting = true
    // What is appended in the same turn of the event loop goes together.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize(waiting))
      waiting = waiting.slice(batch.length)
      await commit(batch)
    }
    isCommitting = false
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

  return (append: Append): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ ...append, resolve, reject })
      if (!isCommitting) commitAll().catch(reject)
    })
}

function batchSize(waiting: readonly Waiting[]): number {
  let bytes = 0
  for (const [at, append] of waiting.entries()) {
    bytes += append.bytes.length
    if (at > 0 && (at >= batchRows || bytes > batchBytes)) return at
  }
  return waiting.length
}

/** Postgres' classes "data exception" and "integrity constraint violation"; anything else hits all alike. */
function isAboutTheRows(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^2[23]/.test(code)
}
