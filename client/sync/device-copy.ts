/**
 * The copy on this device as one open room uses it. A copy that cannot be opened, read or written
 * is reported and from then on not relied on; the room goes on without it.
 */
import type { Memo, OfflineCopy } from './offline-copy'
import type { RoomParts } from './room-parts'

const gatherMs = 100

type Kept = Awaited<ReturnType<OfflineCopy['load']>>

export class DeviceCopy {
  readonly #parts: RoomParts
  readonly #changed: () => void
  #copy: OfflineCopy | null = null
  #isReliable = false
  #uncommitted = 0
  #closed = false
  #waiting: Uint8Array[] = []
  /** As it was when the last of those that wait came. */
  #memo: Memo | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `changed` is called when `isReliable` or `uncommitted` are. */
  constructor(parts: RoomParts, changed: () => void) {
    this.#parts = parts
    this.#changed = changed
  }

  /** Whether everything handed to it so far is, or is about to be, kept over a reload. */
  get isReliable(): boolean {
    return this.#isReliable
  }

  /** Own changes on their way: they would not survive this tab, so nobody may call them kept. */
  get uncommitted(): number {
    return this.#uncommitted
  }

  /** Null when there is no copy, or the room was closed meanwhile. */
  async load(): Promise<Kept | null> {
    try {
      this.#copy = (await this.#parts.openCopy?.()) ?? null
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

  /** One's own words at once; those of others, which the server has, a few together. */
  append(update: Uint8Array, memo: Memo, isOwn: boolean): void {
    if (!this.#copy) return
    this.#waiting.push(update)
    if (!isOwn) {
      this.#memo = memo
      this.#timer ??= setTimeout(this.#flush, gatherMs)
      return
    }
    this.#uncommitted++
    void this.#write(memo).finally(() => {
      this.#uncommitted--
      this.#changed()
    })
  }

  remember(memo: Memo): void {
    void this.#write(memo)
  }

  clear(memo: Memo): void {
    this.#waiting = []
    this.#copy?.clear(memo).catch(this.#failed)
  }

  close(): void {
    this.#flush()
    this.#closed = true
    this.#copy?.close()
  }

  readonly #flush = (): void => {
    if (this.#waiting.length > 0 && this.#memo) void this.#write(this.#memo)
  }

  async #write(memo: Memo): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const updates = this.#waiting
    this.#waiting = []
    const writing =
      updates.length > 0 ? this.#copy?.append(updates, memo) : this.#copy?.remember(memo)
    await writing?.catch(this.#failed)
  }

  readonly #failed = (error: unknown): void => {
    if (this.#closed) return
    this.#isReliable = false
    this.#parts.reportCopyError(error)
    this.#changed()
  }
}
