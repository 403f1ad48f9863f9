/** Tells those whom it concerns, in the transaction that does it: who is asked into a record, who is to sign a week, or to write it anew. */
import type { TrainingRole } from '@atelier/shared/access/roles'
import { and, desc, eq, isNotNull, isNull, ne, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '../db/database'
import {
  trainingPeople,
  trainingSignatures,
  trainingSubmissions,
  trainingWeeks,
} from '../db/training-tables'
import { type NewItem, putItems } from '../inbox/put-item-queries'

const apprentice = alias(trainingPeople, 'apprentice')

type Week = { recordId: string; week: string }

const submittedKey = ({ recordId, week }: Week, hash: string) =>
  `week-submitted ${recordId} ${week} ${hash}`

/** Each by the row that asks them: asked again it is told again. */
export const putAskedNews = (
  tx: Queryable,
  { recordId, by }: { recordId: string; by: string },
  asked: readonly { id: string; personId: string }[],
): Promise<unknown> =>
  putItems(
    tx,
    asked.map(({ id, personId }) => ({
      ...({ kind: 'training-asked', actorId: by, recordId, personId } as const),
      key: `training-asked ${id}`,
    })),
  )

/** Whoever signs in it now. */
export function putSubmittedNews(
  tx: Queryable,
  { recordId, week }: Week,
  { by, hash, at }: { by: string; hash: string; at: Date },
): Promise<void> {
  const told = { kind: 'week-submitted', actorId: by, recordId, week, at } as const
  return tellIn(tx, { ...told, key: submittedKey({ recordId, week }, hash) })
}

/** Who signs from now on, of what is submitted already and waits for one who signs as what they are. */
export async function putWaitingNews(
  tx: Queryable,
  recordId: string,
  { personId, role }: { personId: string; role: TrainingRole },
): Promise<void> {
  const isSigned = tx
    .select({ nth: trainingSignatures.nth })
    .from(trainingSignatures)
    .where(
      and(
        eq(trainingSignatures.submissionId, trainingSubmissions.id),
        eq(trainingSignatures.role, role),
      ),
    )
  const rows = await tx
    .select({ submitted: trainingSubmissions, week: trainingWeeks.week, by: apprentice.personId })
    .from(trainingSubmissions)
    .innerJoin(trainingWeeks, eq(trainingWeeks.id, trainingSubmissions.weekId))
    .innerJoin(
      apprentice,
      and(
        eq(apprentice.recordId, trainingWeeks.recordId),
        eq(apprentice.role, 'apprentice'),
        isNull(apprentice.leftAt),
      ),
    )
    .where(
      and(
        eq(trainingWeeks.recordId, recordId),
        isNull(trainingSubmissions.closedAt),
        notExists(isSigned),
      ),
    )
    .orderBy(desc(trainingSubmissions.submittedAt))
  await putItems(
    tx,
    rows.map(({ submitted: { hash, submittedAt: at }, week, by: actorId }) => ({
      ...({ personId, kind: 'week-submitted', actorId, recordId, week, at } as const),
      key: submittedKey({ recordId, week }, hash),
    })),
  )
}

/** Its apprentice. */
export function putReturnedNews(
  tx: Queryable,
  { recordId, week }: Week,
  news: { kind: 'week-returned' | 'addendum-asked'; by: string; returnId: string; at: Date },
): Promise<void> {
  const { kind, by: actorId, returnId, at } = news
  return tellIn(tx, { kind, actorId, recordId, week, at, key: `${kind} ${returnId}` })
}

type News = Omit<NewItem & { recordId: string }, 'personId'>

async function tellIn(tx: Queryable, news: News): Promise<void> {
  const { recordId, role } = trainingPeople
  const isNow = and(isNotNull(trainingPeople.agreedAt), isNull(trainingPeople.leftAt))
  const isConcerned =
    news.kind === 'week-submitted' ? ne(role, 'apprentice') : eq(role, 'apprentice')
  const rows = await tx
    .select({ personId: trainingPeople.personId })
    .from(trainingPeople)
    .where(and(eq(recordId, news.recordId), isNow, isConcerned))
  await putItems(
    tx,
    rows.map(({ personId }) => ({ ...news, personId })),
  )
}
