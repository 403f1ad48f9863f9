/** Tells those whom a week concerns, in the transaction that changes it: who is to sign it, or to write it anew. */
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { trainingPeople } from '../db/training-tables'
import { type NewItem, putItems } from '../inbox/put-item-queries'

type Week = { recordId: string; week: string }

/** Whoever signs in it now. Answers who was told. */
export function putSubmittedNews(
  tx: Queryable,
  { recordId, week }: Week,
  { by, hash, at }: { by: string; hash: string; at: Date },
): Promise<string[]> {
  const told = { kind: 'week-submitted', actorId: by, recordId, week, at } as const
  return tellIn(tx, { ...told, key: `week-submitted ${recordId} ${week} ${hash}` })
}

/** Its apprentice. Answers who was told. */
export function putReturnedNews(
  tx: Queryable,
  { recordId, week }: Week,
  news: { kind: 'week-returned' | 'addendum-asked'; by: string; returnId: string; at: Date },
): Promise<string[]> {
  const { kind, by: actorId, returnId, at } = news
  return tellIn(tx, { kind, actorId, recordId, week, at, key: `${kind} ${returnId}` })
}

type News = Omit<NewItem & { recordId: string }, 'personId'>

async function tellIn(tx: Queryable, news: News): Promise<string[]> {
  const { recordId, role } = trainingPeople
  const isNow = and(isNotNull(trainingPeople.agreedAt), isNull(trainingPeople.leftAt))
  const isConcerned =
    news.kind === 'week-submitted' ? ne(role, 'apprentice') : eq(role, 'apprentice')
  const rows = await tx
    .select({ personId: trainingPeople.personId })
    .from(trainingPeople)
    .where(and(eq(recordId, news.recordId), isNow, isConcerned))
  return putItems(
    tx,
    rows.map(({ personId }) => ({ ...news, personId })),
  )
}
