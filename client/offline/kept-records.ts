/**
 * What the server last said about a person's projects and docs, kept on this device so that a page
 * opened without a network knows where everything is. One database per workspace and person, beside
 * the copies of rooms and erased with them at sign-out.
 */
import type { CopyIdentity } from './device-databases'
import { inStore } from './device-store'

/** Undefined where nothing was kept. */
export async function readRecord<T>(who: CopyIdentity, key: RecordKey): Promise<T | undefined> {
  const read = (records: IDBObjectStore) => records.get(nameOf(key)) as IDBRequest<T | undefined>
  return inRecords(who, 'readonly', read)
}

export async function keepRecord(who: CopyIdentity, key: RecordKey, value: unknown): Promise<void> {
  await inRecords(who, 'readwrite', (records) => records.put(value, nameOf(key)))
}

export async function dropRecord(who: CopyIdentity, key: RecordKey): Promise<void> {
  await inRecords(who, 'readwrite', (records) => records.delete(nameOf(key)))
}

/** All whose key begins with this word. */
export async function dropRecords(who: CopyIdentity, first: string): Promise<void> {
  const range = IDBKeyRange.bound(`${first} `, `${first} \uffff`)
  await inRecords(who, 'readwrite', (records) => records.delete(range))
}

/** In one transaction: two tabs may change the same record. */
export async function changeRecord<T>(
  who: CopyIdentity,
  key: RecordKey,
  change: (before: T | undefined) => T,
): Promise<void> {
  await inRecords(who, 'readwrite', (records) => {
    const read = records.get(nameOf(key)) as IDBRequest<T | undefined>
    read.addEventListener('success', () => records.put(change(read.result), nameOf(key)))
    return read
  })
}

/** A page goes on without what this device cannot keep or read, and says so where it is looked for. */
export function reportKeeping(error: unknown): undefined {
  console.error('What is kept on this device could not be read or written.', error)
}

export type RecordKey = readonly string[]
const nameOf = (key: RecordKey) => key.join(' ')

const inRecords = <T>(
  who: CopyIdentity,
  mode: IDBTransactionMode,
  work: (records: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> => inStore(who, 'records', mode, work)
