import { readersOfEntry } from '../access/section-access-queries'
import type { Deps } from '../http/deps'

/**
 * That an entry is another now: whoever read any of it before `work`, and whoever does after it. What it says, and
 * who it is by, is in no notice.
 */
export async function tellingReaders<T>(
  { db, notices }: Pick<Deps, 'db' | 'notices'>,
  { entryId, personId }: { entryId: string; personId: string },
  work: () => Promise<T>,
): Promise<T> {
  const before = await readersOfEntry(db, entryId)
  const done = await work()
  const after = await readersOfEntry(db, entryId)
  const personIds = [...new Set([personId, ...before, ...after])]
  notices.tell({ what: 'journals', id: entryId }, { kind: 'people', personIds })
  return done
}

/** That what is suggested in a section is another: whose the section is, and who suggests. */
export const tellSectionSuggestions = (
  { notices }: Pick<Deps, 'notices'>,
  sectionId: string,
  personIds: string[],
) => notices.tell({ what: 'suggestions', id: sectionId }, { kind: 'people', personIds })
