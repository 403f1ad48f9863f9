/** Who is mentioned in a doc's text: kept beside it, so that nobody is told twice. */
import { and, eq, inArray } from 'drizzle-orm'
import type * as Y from 'yjs'
import { readersAmong } from '../access/doc-reader-queries'
import { knownActors } from '../access/known-actor-queries'
import type { Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { docMentions } from '../db/inbox-tables'
import { putItems } from '../inbox/put-item-queries'

/** Answers who is new there. The first time nobody is: what a doc comes with is no news. */
export async function writeMentions(
  db: Queryable,
  docId: string,
  mentioned: ReadonlySet<string>,
): Promise<string[]> {
  // Two nodes may find the same doc quiet at once.
  const [doc] = await db
    .select({ mentionsKnown: docs.mentionsKnown })
    .from(docs)
    .where(eq(docs.id, docId))
    .for('no key update')
  if (!doc) return []
  const here = eq(docMentions.docId, docId)
  const known = new Set(
    (await db.select().from(docMentions).where(here)).map((one) => one.personId),
  )
  const gone = [...known].filter((person) => !mentioned.has(person))
  const fresh = [...mentioned].filter((person) => !known.has(person))
  if (gone.length > 0)
    await db.delete(docMentions).where(and(here, inArray(docMentions.personId, gone)))
  const rows = fresh.map((personId) => ({ docId, personId }))
  if (rows.length > 0) await db.insert(docMentions).values(rows).onConflictDoNothing()
  if (doc.mentionsKnown) return fresh
  await db.update(docs).set({ mentionsKnown: true }).where(eq(docs.id, docId))
  return []
}

export type Mentioned = { person: string; by: string | null; act: Y.ID }

/** Answers who was told: of those who may read the doc. */
export async function putDocMentions(
  tx: Queryable,
  docId: string,
  mentioned: readonly Mentioned[],
): Promise<string[]> {
  if (mentioned.length === 0) return []
  const actors = await knownActors(
    tx,
    mentioned.map(({ person }) => person),
  )
  const readers = new Set((await readersAmong(tx, docId, actors)).map(({ personId }) => personId))
  const items = mentioned.flatMap(({ person: personId, by: actorId, act }) =>
    readers.has(personId)
      ? {
          ...{ personId, actorId, roomId: docId, kind: 'mentioned' as const },
          key: `mentioned ${docId} ${act.client}.${act.clock}`,
        }
      : [],
  )
  return putItems(tx, items)
}
