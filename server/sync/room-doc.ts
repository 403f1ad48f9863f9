/**
 * A room's content as a Yjs document: made from the log when somebody needs to look into it, kept
 * up to date while they do, and let go afterwards. What is sent and stored are the log's bytes.
 */
import { unswept } from '@atelier/shared/sync/unswept'
import * as Y from 'yjs'
import { BadFrame } from './bad-frame'
import type { RoomLog } from './room-log'
import { OverBudget, withinBudget } from './time-budget'

/** The longest one frame may keep everybody waiting, milliseconds. */
const frameBudgetMs = 1000

/** What an edit came to: what is to be sent and stored, and whether all of it could be applied. */
export type Written = { updates: Uint8Array[]; result: 'whole' | 'gap' | 'later' }

export class RoomDoc {
  readonly #log: RoomLog
  #doc: Y.Doc | null = null
  /** The number of the next update of the log that is not in the document. */
  #upTo = Number.NEGATIVE_INFINITY
  #written: Uint8Array[] = []

  constructor(log: RoomLog) {
    this.#log = log
  }

  /** Up to date, and only for reading. */
  get current(): Y.Doc {
    this.#doc ??= this.#open()
    const doc = this.#doc
    if (this.#upTo < this.#log.end) {
      doc.transact(() => {
        for (const update of this.#log.updates(this.#upTo)) Y.applyUpdate(doc, update)
      })
      this.#upTo = this.#log.end
    }
    // All of it is in the log.
    this.#written = []
    return doc
  }

  /** If there is a document: the log is about to be squashed, and to forget what came singly. */
  catchUp(): void {
    if (this.#doc) void this.current
  }

  /** Applies an update of somebody's; what could be integrated of it is kept, nothing waits. */
  apply(update: Uint8Array): Written {
    const doc = this.current
    let result: Written['result'] = 'whole'
    try {
      withinBudget(frameBudgetMs, () => Y.applyUpdate(doc, update))
    } catch (error) {
      // Yjs reads all before it changes anything: what it cannot read is the frame's fault.
      if (!(error instanceof OverBudget) && this.#written.length === 0) {
        throw new BadFrame(`unreadable: ${error}`)
      }
      if (!(error instanceof OverBudget)) throw error
      result = 'later'
    }
    if (forgetPending(doc) && result === 'whole') result = 'gap'
    return { updates: this.#taken(), result }
  }

  /** Writes; answers what is to be sent and stored, also of an edit that threw half way. */
  edit(edit: (doc: Y.Doc) => void, onWritten: (updates: Uint8Array[]) => void): void {
    const doc = this.current
    try {
      doc.transact(() => edit(doc))
    } finally {
      onWritten(this.#taken())
    }
  }

  /** What was just taken from `apply` or `edit` is in the log now. */
  isInLog(): void {
    this.#upTo = this.#log.end
  }

  /** What the log is to the last update, whatever it holds, without what waits for something missing. */
  get healed(): Uint8Array {
    const doc = this.current
    forgetPending(doc)
    return Y.encodeStateAsUpdate(doc)
  }

  letGo(): void {
    this.#doc?.destroy()
    this.#doc = null
    this.#upTo = Number.NEGATIVE_INFINITY
  }

  #open(): Y.Doc {
    // What was tidied up in here alone would be in no log, and no reader's page does it.
    const doc = unswept(new Y.Doc())
    doc.on('update', (bytes: Uint8Array) => {
      this.#written.push(bytes)
    })
    return doc
  }

  #taken(): Uint8Array[] {
    const written = this.#written
    this.#written = []
    return written
  }
}

/** What waits for something missing would wait for ever, and be paid for with every update. */
function forgetPending({ store }: Y.Doc): boolean {
  const found = store.pendingStructs !== null || store.pendingDs !== null
  store.pendingStructs = null
  store.pendingDs = null
  return found
}
