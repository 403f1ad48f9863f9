import type { Queryable } from '../db/database'
import type { Deps } from '../http/deps'
import { followersOf, peopleOf } from './mentorship-queries'

type Told = Pick<Deps, 'db' | 'notices'>

/**
 * That it is another, or its people are: they, and whoever is asked to be one; `others` as well, where somebody was in
 * it until now. Answers whom.
 */
export const tellMentorship = (deps: Told, id: string, others?: readonly string[]) =>
  tell(deps, id, { whom: peopleOf, others })

/** That its people do something there: nobody hears of it who has not said yes to it yet. */
export const tellMentoring = (deps: Told, id: string, others?: readonly string[]) =>
  tell(deps, id, { whom: followersOf, others })

type Whom = {
  whom: (db: Queryable, id: string) => Promise<string[]>
  others: readonly string[] | undefined
}

async function tell({ db, notices }: Told, id: string, { whom, others = [] }: Whom) {
  const personIds = [...new Set([...others, ...(await whom(db, id))])]
  notices.tell({ what: 'mentorships', id }, { kind: 'people', personIds })
  return personIds
}
