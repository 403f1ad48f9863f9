/**
 * A room's content and unstored changes on this device, in IndexedDB, so that a reload, a closed
 * lid or a week without network loses nothing. One database per workspace, person and room;
 * those of a person are erased when they sign out. The tabs of a person share it: the content is
 * one, and each notes what it owes itself.
 *
 * Ours rather than y-indexeddb: that one drops write errors, and a badge that says "kept on this
 * device" must know that the write was committed.
 */

import { newUuid } from '@atelier/shared/basics/uuid'
import type { Welcome } from '@atelier/shared/sync/messages'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import {
  answered,
  type CopyIdentity,
  databaseName,
  databasesOf,
  openExisting,
} from '../offline/device-databases'
import { allOwed, isOwing, nothingOwed, type Owed, type OwedFrom } from './owed'
import type { RefusedEdits } from './room'

/** What is to be remembered beside the content. */
export type Memo = Owed & {
  /** Who this person was here when the server was last heard. */
  welcome: Welcome | null
  /** So that the room can be named without opening it. */
  title: string
}

/** Content with words in it that another tab owed. */
export type OwedContent = { updates: Uint8Array[]; owedFrom: OwedFrom }

export type MakeMemo = (lost: OwedContent | null) => Memo

export type OfflineCopy = {
  /** Whose notes are its own. */
  tab: string
  /**
   * Everything kept, and what other tabs have noted, open or closed: that is this one's from now
   * on. Rejects when it cannot be read.
   */
  load(): Promise<{ updates: Uint8Array[]; memo: Memo | null }>
  /** Resolves once committed; rejects when this device refused to keep it. */
  append(updates: readonly Uint8Array[], memo: Memo): Promise<void>
  remember(memo: Memo): Promise<void>
  /** What the server has, without having joined the room: a memo that is there stays. */
  take(update: Uint8Array, memo: Memo): Promise<void>
  /** Forgets the content, keeps the memo that is made of what goes with it of other tabs. */
  clear(memo: MakeMemo): Promise<void>
  close(): void
}

export type Squash = (updates: Uint8Array[]) => Uint8Array

const updatesStore = 'updates'
const memoStore = 'memo'
/** Beside it, each under the name of its tab, are notes of what is owed. */
const memoKey = 'memo'
/** Rows beyond which a copy is rewritten as one when it is opened. */
const squashBeyondRows = 64

/**
 * `squash` turns many updates into one that says the same. It is handed in because signing out
 * needs this file on the first screen, and Yjs not.
 */
export async function openOfflineCopy(
  name: string,
  squash: Squash,
  onErased: () => void = () => undefined,
): Promise<OfflineCopy> {
  const db = await openDatabase(name)
  const tab = newUuid()
  // Another tab signs out: let go, so that erasing is not blocked.
  db.onversionchange = () => {
    db.close()
    onErased()
  }
  // Whoever clears what pages have left on the device.
  db.onclose = onErased
  const write = async (work: Work) => {
    const { transaction, done } = begun(db, work)
    // Not once its answers are in: a page that goes has no time for them.
    transaction.commit()
    await done
  }
  return {
    tab,
    load: () => load(db, squash, tab),
    append: (more, memo) =>
      write((updates, memos) => {
        for (const update of more) updates.add(update)
        note(memos, tab, memo)
      }),
    take: (update, memo) =>
      begun(db, (updates, memos) => {
        updates.add(update)
        const kept = memos.getKey(memoKey)
        kept.onsuccess = () => {
          if (kept.result === undefined) note(memos, tab, memo)
        }
      }).done,
    remember: (memo) => write((_, memos) => note(memos, tab, memo)),
    clear: (memo) => clear(db, tab, memo),
    close: () => db.close(),
  }
}

/** What was refused by when the copy was left; or that the changes it counts are not in it any more. */
export function refusedIn(updates: readonly Uint8Array[], memo: Memo | null): RefusedEdits | null {
  const isEvicted = updates.length === 0 && (memo?.unstored ?? 0) > 0
  return memo?.refused ?? (isEvicted ? { reason: 'evicted', text: '' } : null)
}

type Found = { room: string; title: string; tabs: string[] }

/** The rooms in which this person has changes that only this device has, and the tabs that noted so. */
export async function findUnstored(who: CopyIdentity): Promise<Found[]> {
  const rooms = (await databasesOf(who)).filter((what) => parseRoomName(what) !== null)
  const found = await Promise.all(
    rooms.map(async (room) => {
      const tabs = await tabsOwing(databaseName(who, room))
      return tabs.length > 0 ? [{ room, title: await keptTitle(who, room), tabs }] : []
    }),
  )
  return found.flat()
}

/** Whether it is gone: a copy in which somebody's words still wait stays, to hand them back. */
export async function eraseUnlessOwed(who: CopyIdentity, room: string): Promise<boolean> {
  const name = databaseName(who, room)
  if ((await tabsOwing(name)).length > 0) return false
  await answered(indexedDB.deleteDatabase(name))
  return true
}

/** What the room was called when it was last open here; empty where nobody knows. */
export const keptTitle = async (who: CopyIdentity, room: string): Promise<string> =>
  (await readMemo(databaseName(who, room)))?.title ?? ''

/** What was given to the room's copy to write is committed, or never will be. */
export async function whenCommitted(who: CopyIdentity, room: string): Promise<void> {
  // One transaction waits for those begun before it, also on another connection.
  await readMemo(databaseName(who, room))
}

/** Whether there is any of the room on this device: a browser may drop a copy, and leave what was noted of it. */
export const holdsCopy = async (who: CopyIdentity, room: string): Promise<boolean> =>
  ((await readFrom(databaseName(who, room), updatesStore, (rows) => answered(rows.count()))) ?? 0) >
  0

const readMemo = (name: string): Promise<Memo | undefined> =>
  readFrom(name, memoStore, (memos) => answered<Memo | undefined>(memos.get(memoKey)))

async function tabsOwing(name: string): Promise<string[]> {
  const notes = await readFrom(name, memoStore, notesIn)
  return (notes ?? []).flatMap(([tab, { unstored }]) => (unstored > 0 ? [tab] : []))
}

/** Undefined where there is no copy: to look for one makes none. */
async function readFrom<T>(
  name: string,
  store: string,
  read: (store: IDBObjectStore) => Promise<T>,
): Promise<T | undefined> {
  const db = await openExisting(name)
  if (!db) return undefined
  try {
    return await read(db.transaction(store).objectStore(store))
  } finally {
    db.close()
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(updatesStore, { autoIncrement: true })
    opening.result.createObjectStore(memoStore)
  }
  return answered(opening)
}

type Work = (updates: IDBObjectStore, memo: IDBObjectStore) => void

function begun(db: IDBDatabase, work: Work): { transaction: IDBTransaction; done: Promise<void> } {
  const transaction = db.transaction([updatesStore, memoStore], 'readwrite')
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
  work(transaction.objectStore(updatesStore), transaction.objectStore(memoStore))
  return { transaction, done }
}

/** A memo of a version before this one says itself what is owed; nobody knows in which tab. */
async function notesIn(memos: IDBObjectStore): Promise<[tab: string, note: Owed][]> {
  const [tabs, notes] = await Promise.all([
    answered(memos.getAllKeys()),
    answered<Owed[]>(memos.getAll()),
  ])
  return notes.map((owed, nth) => [String(tabs[nth]), owed])
}

function note(memos: IDBObjectStore, tab: string, { welcome, title, ...owed }: Memo): void {
  memos.put({ welcome, title, ...nothingOwed }, memoKey)
  if (isOwing(owed)) memos.put(owed, tab)
  else memos.delete(tab)
}

async function load(db: IDBDatabase, squash: Squash, tab: string): ReturnType<OfflineCopy['load']> {
  const transaction = db.transaction([updatesStore, memoStore], 'readwrite')
  const rows = transaction.objectStore(updatesStore)
  const memos = transaction.objectStore(memoStore)
  const [keys, updates, kept, notes] = await Promise.all([
    answered(rows.getAllKeys()),
    answered<Uint8Array[]>(rows.getAll()),
    answered<Memo | undefined>(memos.get(memoKey)),
    notesIn(memos),
  ])
  const ofOthers = notes.filter(([of, owed]) => of !== tab && isOwing(owed))
  const owed = allOwed(ofOthers.map(([, owed]) => owed))
  const memo = kept ? { ...kept, ...owed } : null
  if (memo && ofOthers.length > 0) {
    for (const [of] of ofOthers) memos.delete(of)
    note(memos, tab, { ...memo, ...allOwed(notes.map(([, owed]) => owed)) })
  }
  const last = keys.at(-1)
  if (last === undefined || updates.length <= squashBeyondRows) return { updates, memo }
  // Only rows that were read: another tab may be writing to the same copy.
  const squashed = squash(updates)
  rows.delete(IDBKeyRange.upperBound(last))
  rows.add(squashed)
  return { updates: [squashed], memo }
}

async function clear(db: IDBDatabase, tab: string, memo: MakeMemo): Promise<void> {
  const { transaction, done } = begun(db, () => undefined)
  const rows = transaction.objectStore(updatesStore)
  const memos = transaction.objectStore(memoStore)
  const [updates, notes] = await Promise.all([
    answered<Uint8Array[]>(rows.getAll()),
    notesIn(memos),
  ])
  rows.clear()
  const lost = notes.filter(([of, { unstored }]) => of !== tab && unstored > 0)
  for (const [of, { refused }] of lost) {
    if (refused) memos.put({ ...nothingOwed, refused }, of)
    else memos.delete(of)
  }
  const { owedFrom } = allOwed(lost.map(([, owed]) => owed))
  note(memos, tab, memo(lost.length > 0 ? { updates, owedFrom } : null))
  await done
}
