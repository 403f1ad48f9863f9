import { useSyncExternalStore } from 'react'
import {
  isJournalKept,
  keepJournal,
  keepJournalNoMore,
  watchJournalKept,
} from '../offline/journal-kept'
import { useSyncIdentity } from '../sync/sync-identity'
import { unstoredSections } from '../sync/unstored-rooms'

/** Whether this device keeps one’s own journal, and to wish for it or not. */
export function useJournalKept() {
  const who = useSyncIdentity()
  const isKept = useSyncExternalStore(watchJournalKept, () => isJournalKept(who))
  return {
    isKept,
    keep: () => who && keepJournal(who),
    /** The sections in which something waits that only this device has. */
    listUnsent: async () => (who ? unstoredSections(who) : []),
    keepNoMore: async () => who && keepJournalNoMore(who),
  }
}
