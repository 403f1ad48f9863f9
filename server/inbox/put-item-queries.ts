/** Puts into people's inboxes what concerns them. In the transaction of what it is about: both or neither. */
import { type CardChange, type InboxKind, kindsByName } from '@atelier/shared/inbox/inbox'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'
import { boardMutes, inboxItems, inboxOff } from '../db/inbox-tables'
import { dropOldest, dropRepeated } from './drop-item-queries'

type ItemPlace =
  | { roomId: string; mentorshipId?: undefined; recordId?: undefined }
  | { mentorshipId: string; roomId?: undefined; recordId?: undefined }
  | { recordId: string; week?: string; roomId?: undefined; mentorshipId?: undefined }

/** `key` is the same whoever tells it, and however often. Whoever calls knows that the person may read it. */
export type NewItem = ItemPlace & {
  personId: string
  kind: InboxKind
  actorId: string | null
  card?: string
  commentId?: string
  changes?: CardChange[]
  day?: string
  /** Where its kind does not say so: it is addressed to the person by name. */
  byName?: boolean
  /** Now, where it is not said. */
  at?: Date
  key: string
}

/** Several of one card are one item, until it is read. */
export const changedItem = (
  whom: Pick<NewItem, 'personId' | 'actorId'> & { roomId: string; card: string },
  changes: CardChange[],
): NewItem => ({
  ...whom,
  kind: 'card-changed',
  changes,
  key: `card-changed ${whom.roomId} ${whom.card}`,
})

/** Of one act: what is beyond is told to nobody. */
const mostForOne = 100
const mostAtOnce = 2_000

/** Nobody is told what they did themselves, nor what they do not want to be told, of all boards or of this. Answers who was told. */
export async function putItems(tx: Queryable, items: readonly NewItem[]): Promise<string[]> {
  const wanted = await wantedOf(tx, bounded(items))
  if (wanted.length === 0) return []
  const told: { id: string; personId: string }[] = []
  for (const piece of inPieces(wanted)) {
    const rows = await tx
      .insert(inboxItems)
      .values(piece)
      .onConflictDoUpdate({
        target: [inboxItems.personId, inboxItems.key],
        set: oneMore,
        // Anything else was told.
        setWhere: eq(inboxItems.kind, 'card-changed'),
      })
      .returning({ id: inboxItems.id, personId: inboxItems.personId })
    told.push(...rows)
  }
  await dropRepeated(
    tx,
    told.map(({ id }) => id),
  )
  const people = [...new Set(told.map(({ personId }) => personId))]
  await dropOldest(tx, people)
  return people
}

/** Several changes of one card that somebody has not read of are one item. */
const oneMore = {
  changes: sql`array(select distinct unnest(${inboxItems.changes} || excluded.changes))`,
  times: sql`${inboxItems.times} + 1`,
  at: sql`excluded.at`,
  actorId: sql`case when ${inboxItems.actorId} = excluded.actor_id then excluded.actor_id end`,
}

function bounded(items: readonly NewItem[]): NewItem[] {
  const counts = new Map<string, number>()
  const once = new Map<string, NewItem>()
  for (const item of items) {
    const key = `${item.personId} ${item.key}`
    const count = counts.get(item.personId) ?? 0
    if (item.personId === item.actorId || once.has(key) || count >= mostForOne) continue
    counts.set(item.personId, count + 1)
    once.set(key, item)
    if (once.size >= mostAtOnce) break
  }
  // Two who write at once lock the same rows in the same order.
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}

async function wantedOf(tx: Queryable, items: NewItem[]): Promise<NewItem[]> {
  if (items.length === 0) return []
  const people = [...new Set(items.map(({ personId }) => personId))]
  const rows = await tx.select().from(inboxOff).where(inArray(inboxOff.personId, people))
  const off = new Set(rows.map(({ personId, kind }) => `${personId} ${kind}`))
  const roomIds = new Set(items.flatMap(({ roomId }) => roomId ?? []))
  const mutes = await tx
    .select()
    .from(boardMutes)
    .where(and(inArray(boardMutes.personId, people), inArray(boardMutes.boardId, [...roomIds])))
  const muted = new Set(mutes.map(({ personId, boardId }) => `${personId} ${boardId}`))
  return items.filter(
    ({ personId, kind, roomId, byName = kindsByName.includes(kind) }) =>
      !off.has(`${personId} ${kind}`) && (byName || !muted.has(`${personId} ${roomId}`)),
  )
}
