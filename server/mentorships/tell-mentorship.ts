import type { Deps } from '../http/deps'
import { peopleOf } from './mentorship-queries'

/** Its people; `others` as well, where somebody was in it until now. Answers whom. */
export async function tellMentorship(
  { db, notices }: Pick<Deps, 'db' | 'notices'>,
  id: string,
  others: readonly string[] = [],
): Promise<string[]> {
  const personIds = [...new Set([...others, ...(await peopleOf(db, id))])]
  notices.tell({ what: 'mentorships', id }, { kind: 'people', personIds })
  return personIds
}
