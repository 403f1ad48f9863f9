import type { Deps } from '../http/deps'
import { tellInbox } from '../inbox/tell-inbox'
import { peopleOfRecord } from './record-queries'

/** Whoever is in it, or asked to be; `others` as well, where somebody was until now. Of what waits for them they are told in their inbox, too. */
export async function tellTraining(
  { db, notices }: Pick<Deps, 'db' | 'notices'>,
  id: string,
  others: readonly string[] = [],
): Promise<void> {
  const personIds = [...new Set([...others, ...(await peopleOfRecord(db, id))])]
  notices.tell({ what: 'training', id }, { kind: 'people', personIds })
  tellInbox({ notices }, personIds)
}
