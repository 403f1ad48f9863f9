import type { Memo, OfflineCopy } from './offline-copy'

/** For tests: what stays on a device between visits. */
export class FakeDevice {
  updates: Uint8Array[] = []
  memo: Memo | null = null
  full = false
  open = async (): Promise<OfflineCopy> => ({
    load: async () => ({ updates: this.updates.slice(), memo: this.memo }),
    append: async (update, memo) => {
      if (this.full) throw new Error('no space left')
      this.updates.push(update)
      this.memo = memo
    },
    remember: async (memo) => {
      this.memo = memo
    },
    clear: async (memo) => {
      this.updates = []
      this.memo = memo
    },
    close: () => undefined,
  })
}
