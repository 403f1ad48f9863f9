/** Where a workshop stands, and its timer: each in one statement by the database's clock, so that two at once do no harm. */
import { refuse } from '@atelier/shared/refusals'
import type { ChangeTimer, goToStage } from '@atelier/shared/workshops/workshop'
import { and, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type * as z from 'zod'
import type { Queryable } from '../db/database'
import { workshops } from '../db/workshop-tables'
import { newCode } from './new-workshop-queries'
import { requireStage } from './people-queries'

type WorkshopRow = typeof workshops.$inferSelect

const noTimer = { timerEndsAt: null, timerLeftMs: null, timerTotalMs: null } as const

/** Begins it, where it has not. Sent twice, it is the same; conflict where somebody else went on meanwhile. */
export async function moveToStage(
  db: Queryable,
  workshop: Pick<WorkshopRow, 'id'>,
  { stageId, from }: z.output<typeof goToStage>,
): Promise<void> {
  await requireStage(db, workshop.id, stageId)
  const isThere = eq(workshops.id, workshop.id)
  const moved = await db
    .update(workshops)
    .set({
      ...{ stageId, state: 'open', ...noTimer },
      startedAt: sql`coalesce(${workshops.startedAt}, now())`,
      changedAt: sql`now()`,
    })
    .where(
      and(
        isThere,
        ne(workshops.state, 'ended'),
        sql`${workshops.stageId} is not distinct from ${from}::uuid`,
        sql`${workshops.stageId} is distinct from ${stageId}::uuid`,
      ),
    )
    .returning({ id: workshops.id })
  if (moved.length > 0) return
  const [row] = await db.select({ stageId: workshops.stageId }).from(workshops).where(isThere)
  if (row?.stageId !== stageId) refuse('conflict')
}

export const endWorkshop = (db: Queryable, workshopId: string) =>
  db
    .update(workshops)
    .set({ state: 'ended', endedAt: sql`now()`, changedAt: sql`now()`, ...noTimer })
    .where(and(eq(workshops.id, workshopId), ne(workshops.state, 'ended')))

/** It goes on where it was. */
export const reopenWorkshop = (db: Queryable, workshopId: string) =>
  db
    .update(workshops)
    .set({
      state: sql`case when ${workshops.stageId} is null then 'planned' else 'open' end`,
      ...{ endedAt: null, changedAt: sql`now()` },
    })
    .where(and(eq(workshops.id, workshopId), eq(workshops.state, 'ended')))

/** The old link leads nowhere from here on. */
export async function renewCode(db: Queryable, workshopId: string): Promise<string> {
  const code = newCode()
  await db
    .update(workshops)
    .set({ code, changedAt: sql`now()` })
    .where(eq(workshops.id, workshopId))
  return code
}

const mostTimerMs = 24 * 60 * 60 * 1000
const { timerEndsAt, timerLeftMs, timerTotalMs } = workshops
const inMs = (ms: number) => sql`${ms}::int * interval '1 millisecond'`
const within = (ms: ReturnType<typeof sql>) => sql`least(greatest(${ms}, 0), ${mostTimerMs})`

/** What is over, or was taken away, is lengthened from now on. */
function added(ms: number) {
  const later = sql`greatest(${timerEndsAt}, now()) + ${inMs(ms)}`
  const end = sql`least(greatest(${later}, now()), now() + ${inMs(mostTimerMs)})`
  return {
    timerEndsAt: sql`case when ${timerEndsAt} is null then null else ${end} end`,
    timerLeftMs: sql`case when ${timerLeftMs} is null then null else ${within(sql`${timerLeftMs} + ${ms}::int`)} end`,
    timerTotalMs: within(sql`${timerTotalMs} + ${ms}::int`),
  }
}

const paused = {
  timerEndsAt: null,
  timerLeftMs: within(sql`round(extract(epoch from ${timerEndsAt} - now()) * 1000)::int`),
}
const resumed = {
  timerEndsAt: sql`now() + ${timerLeftMs} * interval '1 millisecond'`,
  timerLeftMs: null,
}

/** Conflict where there is no timer to be lengthened; to pause what is paused is to do nothing. */
export async function changeTimerRow(
  db: Queryable,
  workshopId: string,
  change: ChangeTimer,
): Promise<void> {
  const { set, where } = timerChange(change)
  const changed = await db
    .update(workshops)
    .set(set)
    .where(and(eq(workshops.id, workshopId), ne(workshops.state, 'ended'), where))
    .returning({ id: workshops.id })
  if (changed.length === 0 && change.act === 'add') refuse('conflict')
}

function timerChange(change: ChangeTimer) {
  switch (change.act) {
    case 'start': {
      const totalMs = change.seconds * 1000
      const timerEndsAt = sql`now() + ${inMs(totalMs)}`
      return { set: { timerEndsAt, timerLeftMs: null, timerTotalMs: totalMs }, where: undefined }
    }
    case 'add':
      return {
        set: added(change.seconds * 1000),
        where: sql`(${timerEndsAt} is not null or ${timerLeftMs} is not null)`,
      }
    case 'pause':
      return { set: paused, where: isNotNull(timerEndsAt) }
    case 'resume':
      return { set: resumed, where: isNotNull(timerLeftMs) }
    case 'stop':
      return { set: noTimer, where: undefined }
  }
}
