import type { Memo, OfflineCopy } from './offline-copy'
import { allOwed, nothingOwed, type Owed } from './owed'

/** For tests: what stays on a device between visits. */
export class FakeDevice {
  updates: Uint8Array[] = []
  #facts: Memo | null = null
  /** What each tab owes. */
  readonly #notes = new Map<string, Owed>()
  full = false
  #tabs = 0
  #held: (() => void)[] | null = null
  readonly #open: (() => void)[] = []

  /** What all tabs have noted together. */
  get memo(): Memo | null {
    return this.#facts && { ...this.#facts, ...allOwed([...this.#notes.values()]) }
  }

  set memo(memo: Memo | null) {
    this.#notes.clear()
    this.#facts = null
    if (memo) this.#note('of another visit', memo)
  }

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
    return this.#copy(`tab ${++this.#tabs}`)
  }

  #copy = (tab: string): OfflineCopy => ({
    tab,
    load: async () => {
      const own = this.#notes.get(tab) ?? nothingOwed
      this.#notes.delete(tab)
      const { memo } = this
      this.memo = null
      if (memo) this.#note(tab, { ...memo, ...allOwed([own, memo]) })
      return { updates: this.updates.slice(), memo }
    },
    append: (more, memo) =>
      this.#write(() => {
        if (this.full) throw new Error('no space left')
        this.updates.push(...more)
        this.#note(tab, memo)
      }),
    take: (update, memo) =>
      this.#write(() => {
        this.updates.push(update)
        this.#facts ??= memo
      }),
    remember: (memo) =>
      this.#write(() => {
        this.#note(tab, memo)
      }),
    clear: (memo) =>
      this.#write(() => {
        this.updates = []
        this.#note(tab, memo(null))
      }),
    close: () => undefined,
  })

  #note(tab: string, memo: Memo): void {
    this.#facts = { ...memo, ...nothingOwed }
    this.#notes.set(tab, memo)
  }

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
