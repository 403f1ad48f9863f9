/** Things by their names in a database of one person on this device, which sign-out erases. */
import { answered, type CopyIdentity, databaseName } from './device-databases'

/** Each is a database with one store in it. */
export type DeviceStore = 'records' | 'uploads' | 'files'

/**
 * Undefined where this browser keeps nothing. Resolves once committed, with what the last request
 * found; rejects where the device is full.
 */
export async function inStore<T>(
  who: CopyIdentity,
  name: DeviceStore,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  if (!('indexedDB' in globalThis)) return undefined
  const db = await openStore(who, name)
  // Another tab signs out: let go, so that erasing is not blocked.
  db.onversionchange = () => db.close()
  try {
    const transaction = db.transaction(name, mode)
    const committed = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
    const request = work(transaction.objectStore(name))
    await committed
    return request.result
  } finally {
    db.close()
  }
}

function openStore(who: CopyIdentity, name: DeviceStore): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName(who, name), 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(name)
  return answered(opening)
}
