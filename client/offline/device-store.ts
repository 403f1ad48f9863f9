/** Things by their names in a database of one person on this device, which sign-out erases. */
import { RequestFailed } from '../api/request-failed'
import { answered, type CopyIdentity, databaseName, openExisting } from './device-databases'
import { isRemembered } from './remembered-who'

/** Each is a database with one store in it. */
export type DeviceStore = 'records' | 'uploads' | 'files'

/**
 * Undefined where this browser keeps nothing, and from what is not there when it is read. Resolves
 * once committed, with what the last request found; rejects where the device is full, and with
 * `signed-out` where a database would be made for somebody who is not here any more.
 */
export async function inStore<T>(
  who: CopyIdentity,
  name: DeviceStore,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  if (!('indexedDB' in globalThis)) return undefined
  const isRead = mode === 'readonly'
  const db = await (isRead ? openExisting(databaseName(who, name)) : openStore(who, name))
  if (!db) return undefined
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
  let isLeft = false
  opening.onupgradeneeded = () => {
    // Erased at sign-out: a tab that does not know of it yet would leave something here.
    isLeft = !isRemembered(who)
    if (isLeft) opening.transaction?.abort()
    else opening.result.createObjectStore(name)
  }
  return answered(opening).catch((error: unknown) => {
    throw isLeft ? new RequestFailed('signed-out') : error
  })
}
