/**
 * What goes from people's inboxes. What somebody else holds at that moment is passed over, and goes the next
 * time: whoever writes or marks holds rows already, and would wait for each other for ever.
 */
import { inboxDays, mostInbox } from '@atelier/shared/inbox/inbox'
import { sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'

/** Of one room, mentorship or record, for each person: whoever writes there pushes out what comes from there alone. */
export const mostOfRoom = 200

/** What was read long ago. */
export const deleteOldItems = (db: Queryable) =>
  db.execute(sql`
    delete from inbox_items where id in (
      select id from inbox_items
      where read_at is not null and at <= now() - make_interval(days => ${inboxDays})
      for update skip locked
    )`)

/**
 * The newest that somebody has not read says the same as those before it, but for what was said in words, and for what
 * each answered in a mentorship.
 */
export async function dropRepeated(tx: Queryable, newest: readonly string[]): Promise<void> {
  for (const piece of inPieces(newest))
    await tx.execute(sql`
      delete from inbox_items where id in (
        select old.id from inbox_items old
        join inbox_items new on new.person_id = old.person_id
          and ${placeOf('new')} = ${placeOf('old')}
          and new.kind = old.kind and new.card = old.card and new.week is not distinct from old.week
          and (new.mentorship_id is null or new.actor_id is not distinct from old.actor_id)
        where new.id in (${listed(piece)}) and (old.at, old.id) < (new.at, new.id)
          and new.comment_id is null and old.comment_id is null
          and new.day is null and old.read_at is null
        for update of old skip locked
      )`)
}

/**
 * Nobody has more than so many, neither of one room nor of all. Where it is too many of all, projects that
 * have the most go first: an editor of one project cannot make those of another vanish, in however many rooms.
 */
export async function dropOldest(tx: Queryable, people: readonly string[]): Promise<void> {
  for (const piece of inPieces(people))
    await tx.execute(sql`
      with crowded as (
        select person_id from inbox_items where person_id in (${listed(piece)})
        group by person_id having count(*) > ${mostOfRoom}
      ), placed as (
        select i.id, i.person_id, i.at,
          row_number() over (partition by i.person_id, ${placeOf('i')} order by i.at desc, i.id desc)
            > ${mostOfRoom} as is_beyond,
          row_number() over (
            partition by i.person_id, coalesce(r.project_id, i.mentorship_id, i.record_id)
            order by i.at desc, i.id desc) as of_project
        from inbox_items i join crowded using (person_id) left join rooms r on r.id = i.room_id
      ), ranked as (
        select id, is_beyond, row_number() over (
          partition by person_id order by is_beyond, of_project, at desc, id desc) as nth
        from placed
      )
      delete from inbox_items where id in (
        select id from inbox_items
        where id in (select id from ranked where is_beyond or nth > ${mostInbox})
        for update skip locked
      )`)
}

const listed = (ids: readonly string[]) =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )

const placeOf = (items: 'i' | 'new' | 'old') =>
  sql.raw(`coalesce(${items}.room_id, ${items}.mentorship_id, ${items}.record_id)`)
