/**
 * Whether somebody wants their own journal on this device: nowhere unless they have asked for it there, and no
 * longer than they are signed in. What others have shared with them is never kept.
 */
import { answered, type CopyIdentity, databaseName, databasesOf } from './device-databases'
import { dropRecords } from './kept-records'

const keyOf = ({ workspaceId, personId }: CopyIdentity) =>
  `atelier.journal:${workspaceId}:${personId}`

/** The records of it that are kept begin with it. */
const journalRecord = 'journals'

const listeners = new Set<() => void>()

export const isJournalKept = (who: CopyIdentity | null): boolean =>
  who !== null && localStorage.getItem(keyOf(who)) !== null

/** In this tab, and in others of this browser. */
export function watchJournalKept(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export function keepJournal(who: CopyIdentity): void {
  localStorage.setItem(keyOf(who), 'kept')
  for (const listener of listeners) listener()
}

/** Gone at once, with all that was kept of it: open copies are closed first, and go on without the device. */
export async function keepJournalNoMore(who: CopyIdentity): Promise<void> {
  localStorage.removeItem(keyOf(who))
  for (const listener of listeners) listener()
  const copies = (await databasesOf(who)).filter((what) => what.startsWith('section:'))
  await Promise.all([
    dropRecords(who, journalRecord),
    ...copies.map((what) => answered(indexedDB.deleteDatabase(databaseName(who, what)))),
  ])
}

/** At sign-out, with everything else. */
export const forgetJournalWish = (who: CopyIdentity): void => localStorage.removeItem(keyOf(who))
