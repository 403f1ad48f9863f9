import { useSyncExternalStore } from 'react'
import {
  isJournalKept,
  keepJournal,
  keepJournalNoMore,
  watchJournalKept,
} from '../offline/journal-kept'
import { useSyncIdentity } from '../sync/sync-identity'

/** Whether this device keeps one’s own journal, and to wish for it or not. */
export function useJournalKept() {
  const who = useSyncIdentity()
  const isKept = useSyncExternalStore(watchJournalKept, () => isJournalKept(who))
  return {
    isKept,
    keep: () => who && keepJournal(who),
    keepNoMore: async () => who && keepJournalNoMore(who),
  }
}
