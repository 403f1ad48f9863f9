/** What becomes of training records when somebody ends their account. */
import { refuse } from '@atelier/shared/refusals'
import { and, eq, exists, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { eraseWith } from '../db/erase-with'
import { inboxItems } from '../db/inbox-tables'
import { trainingPeople, trainingRecords, trainingSignatures } from '../db/training-tables'
import { lockedItems } from '../inbox/inbox-queries'
import { peopleOfRecord, recordsOf } from './record-queries'

/**
 * An apprentice's record is theirs, and goes with them: what was signed of it they have taken along before, or are
 * refused. Who signed leaves a place for somebody else; what they have signed stays, by their name. Answers who is to
 * be told.
 */
export async function endTraining(tx: Queryable, personId: string): Promise<string[]> {
  const told = new Set<string>()
  for (const id of await recordsOf(tx, personId))
    for (const other of await peopleOfRecord(tx, id)) told.add(other)
  const own = await lockOwnRecords(tx, personId)
  await requireTaken(tx, personId)
  await eraseRecords(tx, own)
  await tx
    .update(trainingPeople)
    .set({ leftAt: new Date() })
    .where(and(eq(trainingPeople.personId, personId), isNull(trainingPeople.leftAt)))
  told.delete(personId)
  return [...told]
}

const isApprenticeIn = (tx: Queryable, personId: string) =>
  exists(
    tx
      .select({ id: trainingPeople.id })
      .from(trainingPeople)
      .where(
        and(
          eq(trainingPeople.recordId, trainingRecords.id),
          eq(trainingPeople.personId, personId),
          eq(trainingPeople.role, 'apprentice'),
        ),
      ),
  )

async function requireTaken(tx: Queryable, personId: string): Promise<void> {
  const [notTaken] = await tx
    .select({ id: trainingRecords.id })
    .from(trainingRecords)
    .innerJoin(trainingSignatures, eq(trainingSignatures.recordId, trainingRecords.id))
    .where(
      and(
        isApprenticeIn(tx, personId),
        or(
          isNull(trainingRecords.takenAt),
          gte(trainingSignatures.signedAt, trainingRecords.takenAt),
        ),
      ),
    )
    .limit(1)
  if (notTaken) refuse('invalid', { fields: [{ field: 'training', problem: 'not-taken' }] })
}

/** Nobody signs anything, and nothing is written, between what is asked for here and what is erased. */
const lockOwnRecords = (tx: Queryable, personId: string): Promise<{ id: string }[]> =>
  tx
    .select({ id: trainingRecords.id })
    .from(trainingRecords)
    .where(isApprenticeIn(tx, personId))
    .orderBy(trainingRecords.id)
    .for('update')

/** The one way in which what is signed is ever deleted: triggers let it pass in this transaction alone. */
async function eraseRecords(tx: Queryable, records: readonly { id: string }[]): Promise<void> {
  if (records.length === 0) return
  const ids = records.map(({ id }) => id)
  await lockedItems(tx, inArray(inboxItems.recordId, ids))
  await tx.execute(sql`select set_config('atelier.erasing', 'on', true)`)
  for (const { id } of records) await eraseWith(tx, 'training_records', eq(trainingRecords.id, id))
  await tx.execute(sql`select set_config('atelier.erasing', 'off', true)`)
}
