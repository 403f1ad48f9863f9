/**
 * The copy on this device as one open room uses it. A copy that cannot be opened, read or written
 * is reported and from then on not relied on; the room goes on without it.
 */
import type { Memo, OfflineCopy } from './offline-copy'
import type { RoomParts } from './room-parts'

type Kept = Awaited<ReturnType<OfflineCopy['load']>>

export class DeviceCopy {
  readonly #parts: RoomParts
  readonly #changed: () => void
  #copy: OfflineCopy | null = null
  #isReliable = false
  #uncommitted = 0
  #closed = false

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

  append(update: Uint8Array, memo: Memo, isOwn: boolean): void {
    if (!this.#copy) return
    const own = isOwn ? 1 : 0
    this.#uncommitted += own
    this.#copy
      .append(update, memo)
      .catch(this.#failed)
      .finally(() => {
        this.#uncommitted -= own
        if (isOwn) this.#changed()
      })
  }

  remember(memo: Memo): void {
    this.#copy?.remember(memo).catch(this.#failed)
  }

  clear(memo: Memo): void {
    this.#copy?.clear(memo).catch(this.#failed)
  }

  close(): void {
    this.#closed = true
    this.#copy?.close()
  }

  readonly #failed = (error: unknown): void => {
    if (this.#closed) return
    this.#isReliable = false
    this.#parts.reportCopyError(error)
    this.#changed()
  }
}
