import { type MemoryRoomStore, memoryRoomStore } from '../sync/memory-room-store'

/** A memory store that can be slow, or fail, whenever the test says so. */
export type HeldStore = MemoryRoomStore & {
  loads: number
  squashes: number
  failsToLoad: boolean
  failsToAppend: boolean
  /** Nothing is loaded or committed until `release`. */
  hold(): void
  release(): Promise<void>
}

export function heldStore(): HeldStore {
  const inner = memoryRoomStore()
  let gate: { promise: Promise<void>; open: () => void } | null = null

  const store: HeldStore = {
    ...inner,
    loads: 0,
    squashes: 0,
    failsToLoad: false,
    failsToAppend: false,
    async load(roomId) {
      store.loads++
      await gate?.promise
      if (store.failsToLoad) throw new Error('the database is away')
      return inner.load(roomId)
    },
    async append(roomId, update, personId) {
      await gate?.promise
      if (store.failsToAppend) throw new Error('the disk is full')
      await inner.append(roomId, update, personId)
    },
    async squash(roomId) {
      store.squashes++
      return inner.squash(roomId)
    },
    hold() {
      let open: () => void = () => undefined
      const promise = new Promise<void>((resolve) => {
        open = resolve
      })
      gate ??= { promise, open }
    },
    async release() {
      gate?.open()
      gate = null
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
  return store
}
