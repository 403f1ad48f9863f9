/**
 * The copy on this device as one open room uses it. A copy that cannot be opened, read or written
 * is reported and from then on not relied on; the room goes on without it.
 */
import type { CopyIdentity } from '../offline/device-databases'
import { type MakeMemo, type Memo, type OfflineCopy, whenCommitted } from './offline-copy'
import type { RoomParts } from './room-parts'

const gatherMs = 100
/** After the frame that shows a letter, and long before the disk would have it anyway. */
const afterPaintMs = 20

type Kept = Awaited<ReturnType<OfflineCopy['load']>>

const openCopies = new Set<DeviceCopy>()

function flushAll(): void {
  for (const copy of openCopies) copy.flush()
}

globalThis.addEventListener?.('pagehide', flushAll)
// A phone that puts a page away may never come back to it, nor say so.
globalThis.document?.addEventListener('visibilitychange', flushAll)

/** What this page has written in the room so far is on the device; false where this device does not keep it. */
export async function whenWritten(who: CopyIdentity, room: string): Promise<boolean> {
  flushAll()
  await whenCommitted(who, room)
  return [...openCopies].every((copy) => copy.room !== room || copy.isReliable)
}

export class DeviceCopy {
  readonly room: string
  readonly #parts: RoomParts
  readonly #changed: () => void
  #copy: OfflineCopy | null = null
  #isReliable = false
  #uncommitted = 0
  #closed = false
  #waiting: Uint8Array[] = []
  /** How many of these are one's own. */
  #waitingOwn = 0
  /** As it was when the last of what waits came. */
  #memo: Memo | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #waitMs = 0

  /** `changed` is called when `isReliable` or `uncommitted` are. */
  constructor(room: string, parts: RoomParts, changed: () => void) {
    this.room = room
    openCopies.add(this)
    this.#parts = parts
    this.#changed = changed
  }

  /** Whether everything handed to it so far is, or is about to be, kept over a reload. */
  get isReliable(): boolean {
    return this.#isReliable
  }

  /** Under which its notes are kept, null where nothing is. */
  get tab(): string | null {
    return this.#copy?.tab ?? null
  }

  /** Own changes on their way: they would not survive this tab, so nobody may call them kept. */
  get uncommitted(): number {
    return this.#uncommitted
  }

  /** Null when there is no copy, or the room was closed meanwhile. */
  async load(): Promise<Kept | null> {
    try {
      this.#copy = (await this.#parts.openCopy?.(this.#erased)) ?? null
      const kept = (await this.#copy?.load()) ?? null
      if (this.#closed) this.#copy?.close()
      if (this.#closed || !kept) return null
      this.#isReliable = true
      return kept
    } catch (error) {
      this.#failed(error)
      return null
    }
  }

  /** What is there by now, and with it what other tabs owe: this one does from now on. */
  async loadAgain(): Promise<Kept | null> {
    this.flush()
    return (await this.#copy?.load().catch(this.#failed)) ?? null
  }

  /** One's own words after the frame that shows them; those of others, which the server has, a few together. */
  append(update: Uint8Array, memo: Memo, isOwn: boolean): void {
    if (!this.#copy) return
    this.#waiting.push(update)
    const own = isOwn ? 1 : 0
    this.#uncommitted += own
    this.#waitingOwn += own
    this.#soon(memo, isOwn ? afterPaintMs : gatherMs)
  }

  remember(memo: Memo): void {
    void this.#write(memo)
  }

  /** What may be lost: a copy that knows of more unstored changes than there are sends them again. */
  rememberSoon(memo: Memo): void {
    this.#soon(memo, gatherMs)
  }

  /** Begins at once to write what waits. */
  flush(): void {
    if (this.#memo) void this.#write(this.#memo)
  }

  clear(memo: MakeMemo): void {
    this.#uncommitted -= this.#take().own
    this.#copy?.clear(memo).then(this.#changed, this.#failed)
  }

  close(): void {
    this.flush()
    this.#closed = true
    openCopies.delete(this)
    this.#copy?.close()
  }

  #soon(memo: Memo, waitMs: number): void {
    this.#memo = memo
    if (this.#timer !== undefined && this.#waitMs <= waitMs) return
    clearTimeout(this.#timer)
    this.#waitMs = waitMs
    this.#timer = setTimeout(() => this.flush(), waitMs)
  }

  async #write(memo: Memo): Promise<void> {
    const { updates, own } = this.#take()
    const writing =
      updates.length > 0 ? this.#copy?.append(updates, memo) : this.#copy?.remember(memo)
    await writing?.catch(this.#failed)
    if (own === 0) return
    this.#uncommitted -= own
    this.#changed()
  }

  /** What waits, which does so no longer. */
  #take(): { updates: Uint8Array[]; own: number } {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#memo = null
    const taken = { updates: this.#waiting, own: this.#waitingOwn }
    this.#waiting = []
    this.#waitingOwn = 0
    return taken
  }

  /** Nothing here failed: somebody signed out in another tab, or cleared what pages keep. */
  readonly #erased = (): void => {
    if (this.#closed) return
    this.#copy = null
    this.#isReliable = false
    this.#changed()
  }

  readonly #failed = (error: unknown): void => {
    if (this.#closed) return
    this.#isReliable = false
    this.#parts.reportCopyError(error)
    this.#changed()
  }
}
