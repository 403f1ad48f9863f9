/** The versions of a doc: what was packed into its history, and what is still in its log. */
import type { VersionName } from '@atelier/shared/docs/version'
import { refuse } from '@atelier/shared/refusals'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { docVersions } from '../db/doc-tables'
import { packsOf } from '../db/history-packs'
import { people } from '../db/tables'
import type { Segment } from './version-sessions'

type SegmentRow = {
  first_seq: string
  last_seq: string
  person_id: string | null
  begun_at: Date | string
  ended_at: Date | string
  in_log: boolean
}

/** The newest `limit` up to `before`, in no order. What is in the log comes as it would be packed now. */
export async function loadSegments(
  db: Queryable,
  docId: string,
  before: number | null,
  limit: number,
): Promise<{ segments: Segment[]; isAll: boolean }> {
  const upTo = sql`${before ?? Number.MAX_SAFE_INTEGER}::bigint`
  const { rows } = await db.execute<SegmentRow>(sql`
    select first_seq, last_seq, person_id, begun_at, ended_at, false as in_log
      from room_history where room_id = ${docId} and last_seq <= ${upTo}
    union all
    select seq, seq, person_id, created_at, created_at, true
      from room_updates where room_id = ${docId} and seq <= ${upTo} and not in_history
    order by last_seq desc limit ${limit}`)
  const names = await loadNames(db, docId)
  const cuts = new Set([...names.keys()].map(String))
  const inLog = rows.filter((row) => row.in_log).reverse()
  const packs = packsOf(
    inLog.map(({ last_seq, person_id, begun_at }) => ({
      seq: last_seq,
      personId: person_id,
      createdAt: new Date(begun_at),
      inHistory: false,
    })),
    cuts,
  )
  const unpacked = packs.map(({ rows: [first, ...more], ...pack }) => ({
    ...pack,
    firstSeq: Number(first?.seq),
    lastSeq: Number((more.at(-1) ?? first)?.seq),
  }))
  const packed = rows.filter((row) => !row.in_log).map(segmentOf)
  return { segments: [...unpacked, ...packed], isAll: rows.length < limit }
}

const segmentOf = ({
  first_seq,
  last_seq,
  person_id,
  begun_at,
  ended_at,
}: SegmentRow): Segment => ({
  firstSeq: Number(first_seq),
  lastSeq: Number(last_seq),
  personId: person_id,
  begunAt: new Date(begun_at),
  endedAt: new Date(ended_at),
})

export async function loadNames(db: Queryable, docId: string): Promise<Map<number, VersionName>> {
  const rows = await db.select().from(docVersions).where(eq(docVersions.docId, docId))
  return new Map(
    rows.map(({ seq, name, createdBy, createdAt }) => [
      Number(seq),
      { name, by: createdBy, at: createdAt.toISOString() },
    ]),
  )
}

/** Gives the version a name, or another one. A squash at this moment gives way: see `lockRoom` there. */
export async function nameVersion(
  db: Database,
  docId: string,
  seq: number,
  name: string,
  personId: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from rooms where id = ${docId} for no key update`)
    const place = await placeFrom(tx, docId, seq)
    if (place === null) refuse('not-found')
    const at = and(eq(docVersions.docId, docId), eq(docVersions.seq, BigInt(place)))
    await tx.delete(docVersions).where(at)
    await tx.insert(docVersions).values({ docId, seq: BigInt(place), name, createdBy: personId })
  })
}

export async function unnameVersion(db: Queryable, docId: string, seq: number): Promise<void> {
  await db
    .delete(docVersions)
    .where(and(eq(docVersions.docId, docId), eq(docVersions.seq, BigInt(seq))))
}

/**
 * The first place from `seq` on at which the doc can be told as it was: what was the end of the log for a
 * moment may have been packed together with what came after. Null where the doc has no such place.
 */
export async function placeFrom(db: Queryable, docId: string, seq: number): Promise<number | null> {
  const { rows } = await db.execute<{ place: string | null }>(sql`
    with recursive places as (
      select min(last_seq) as place from (
        select last_seq from room_history where room_id = ${docId} and last_seq >= ${seq}
        union all
        select seq from room_updates where room_id = ${docId} and seq >= ${seq} and not in_history
      ) reached
      union
      select (select max(h.last_seq) from room_history h where h.room_id = ${docId}
        and h.first_seq <= places.place and h.last_seq > places.place) from places
      where places.place is not null)
    select max(place)::text as place from places`)
  const place = rows[0]?.place ?? null
  return place === null ? null : Number(place)
}

/** Whoever they are now; a version does not hide who wrote it. */
export async function loadWriters(db: Queryable, ids: readonly string[]): Promise<PresentPerson[]> {
  if (ids.length === 0) return []
  return db
    .select({ id: people.id, name: people.name, colour: people.colour })
    .from(people)
    .where(inArray(people.id, [...ids]))
    .orderBy(people.id)
}
