/** One person's inbox: which of it they have read, and of what they want to be told. */
import type { InboxKind, MarkInbox } from '@atelier/shared/inbox/inbox'
import { and, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { inboxItems, inboxOff } from '../db/inbox-tables'

/** Ids of others' are passed over. What is read is closed: what comes next of the same card is told anew. */
export async function markItems(db: Queryable, personId: string, mark: MarkInbox): Promise<void> {
  const which =
    'ids' in mark
      ? inArray(inboxItems.id, mark.ids)
      : mark.until === undefined
        ? undefined
        : lte(inboxItems.at, new Date(mark.until))
  const isOther = mark.read ? isNull(inboxItems.readAt) : isNotNull(inboxItems.readAt)
  const those = lockedItems(db, and(eq(inboxItems.personId, personId), isOther, which))
  await db
    .update(inboxItems)
    .set(mark.read ? { readAt: sql`now()`, key: closedKey } : { readAt: null })
    .where(inArray(inboxItems.id, those))
}

/**
 * Ids, for what is to be written or deleted: locked in the order in which they are put, so that of two who lock
 * some of the same one waits for the other, and never each for the other.
 */
export const lockedItems = (db: Queryable, which: SQL | undefined) =>
  db
    .select({ id: inboxItems.id })
    .from(inboxItems)
    .where(which)
    .orderBy(inboxItems.personId, sql`${inboxItems.key} collate "C"`)
    .for('update')

/** Of all kinds but this one the key says for ever that it was told. */
const closedKey = sql`case when ${inboxItems.kind} = 'card-changed' and ${inboxItems.key} not like '% read %'
  then ${inboxItems.key} || ' read ' || ${inboxItems.id} else ${inboxItems.key} end`

export async function listOff(db: Queryable, personId: string): Promise<InboxKind[]> {
  const rows = await db
    .select({ kind: inboxOff.kind })
    .from(inboxOff)
    .where(eq(inboxOff.personId, personId))
    .orderBy(inboxOff.kind)
  return rows.map(({ kind }) => kind)
}

export async function setOff(
  db: Database,
  personId: string,
  off: readonly InboxKind[],
): Promise<void> {
  const rows = [...new Set(off)].map((kind) => ({ personId, kind }))
  await db.transaction(async (tx) => {
    await tx.delete(inboxOff).where(eq(inboxOff.personId, personId))
    if (rows.length > 0) await tx.insert(inboxOff).values(rows).onConflictDoNothing()
  })
}
