import type { Memo, OfflineCopy } from './offline-copy'

/** For tests: what stays on a device between visits. */
export class FakeDevice {
  updates: Uint8Array[] = []
  memo: Memo | null = null
  full = false
  #held: (() => void)[] | null = null
  readonly #open: (() => void)[] = []

  /** Commits nothing until the function returned is called. */
  hold(): () => void {
    const held: (() => void)[] = []
    this.#held = held
    return () => {
      this.#held = null
      for (const write of held) write()
    }
  }

  /** As another tab does that signs out. */
  erase(): void {
    this.updates = []
    this.memo = null
    for (const tell of this.#open) tell()
  }

  open = async (onErased?: () => void): Promise<OfflineCopy> => {
    if (onErased) this.#open.push(onErased)
    return this.#copy()
  }

  #copy = (): OfflineCopy => ({
    load: async () => ({ updates: this.updates.slice(), memo: this.memo }),
    append: (more, memo) =>
      this.#write(() => {
        if (this.full) throw new Error('no space left')
        this.updates.push(...more)
        this.memo = memo
      }),
    take: (update, memo) =>
      this.#write(() => {
        this.updates.push(update)
        this.memo ??= memo
      }),
    remember: (memo) =>
      this.#write(() => {
        this.memo = memo
      }),
    clear: (memo) =>
      this.#write(() => {
        this.updates = []
        this.memo = memo
      }),
    close: () => undefined,
  })

  #write(work: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const write = () => {
        try {
          resolve(work())
        } catch (error) {
          reject(error)
        }
      }
      if (this.#held) this.#held.push(write)
      else write()
    })
  }
}
