/** The databases of a person on this device: named so that they can be found and erased together. */

/** `guestOf` is the workshop somebody without an account is in; `personId` is then that of their seat. */
export type CopyIdentity = { workspaceId: string; personId: string; guestOf?: string }

const prefixOf = (who: CopyIdentity) => `atelier:${who.workspaceId}:${who.personId}:`

export const databaseName = (who: CopyIdentity, what: string): string => `${prefixOf(who)}${what}`

/** What this person has here, without the prefix. */
export async function databasesOf(who: CopyIdentity): Promise<string[]> {
  if (!('indexedDB' in globalThis)) return []
  const prefix = prefixOf(who)
  const found = await indexedDB.databases()
  return found.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []))
}

/** Nothing of this person stays on this device. What others have left here is theirs. */
export async function eraseDatabases(who: CopyIdentity): Promise<void> {
  const names = await databasesOf(who)
  await Promise.all(
    names.map((what) => answered(indexedDB.deleteDatabase(databaseName(who, what)))),
  )
}

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Null where there is no such database; none is made. */
export async function openExisting(name: string): Promise<IDBDatabase | null> {
  const opening = indexedDB.open(name, 1)
  let isMissing = false
  opening.onupgradeneeded = () => {
    isMissing = true
    opening.transaction?.abort()
  }
  return answered(opening).catch((error: unknown) => {
    if (isMissing) return null
    throw error
  })
}
