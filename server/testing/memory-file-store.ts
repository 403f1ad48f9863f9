import { type FileStore, keyOfPath, pathOfKey } from '../storage/file-store'

export function memoryFileStore(now = () => new Date()): FileStore {
  const kept = new Map<string, { bytes: Uint8Array; storedAt: Date }>()
  return {
    async put(key, bytes) {
      kept.set(pathOfKey(key), { bytes: bytes.slice(), storedAt: now() })
    },
    async open(key, range) {
      const found = kept.get(pathOfKey(key))
      const part = range && found?.bytes.subarray(range.start, range.end + 1)
      return found ? new Blob([new Uint8Array(part ?? found.bytes)]).stream() : null
    },
    async drop(key) {
      kept.delete(pathOfKey(key))
    },
    async *list() {
      for (const [path, { storedAt }] of [...kept]) {
        const key = keyOfPath(path)
        if (key) yield { key, storedAt }
      }
    },
  }
}
