/** Reads every room of a database, and tells what is damaged; mends it when asked to. */
import type { Pool } from 'pg'
import { type MendPlan, planMending, wrongChecksum } from './mend-plan'
import { carryOut, RowsChanged } from './mend-room'
import { isDamaged, readWithReserve } from './room-rows'
import { lookAtHistory, mendHistory, type PackFinding, sentenceOnPack } from './scrub-history'
import type { SquashThread } from './squash-thread'

export type Scrub = {
  pool: Pool
  thread: SquashThread
  /** Takes damaged rows out of the log, into quarantine. Otherwise nothing is changed. */
  mends: boolean
  /** A sentence for the operator. */
  tell(sentence: string): void
  /** Where servers run meanwhile, a row may come before the one it builds on, for a moment. */
  untilSettled(): Promise<void>
}

export type Scrubbed = { rooms: number; damagedRooms: number }

export async function scrub(work: Scrub): Promise<Scrubbed> {
  const done: Scrubbed = { rooms: 0, damagedRooms: 0 }
  for await (const room of roomIds(work.pool)) {
    done.rooms++
    if (await isFoundDamaged(work, room)) done.damagedRooms++
  }
  return done
}

const page = 1000

async function* roomIds(pool: Pool): AsyncGenerator<string> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await pool.query<{ id: string }>(
      'select id from rooms where id > $1 order by id limit $2',
      [last, page],
    )
    for (const { id } of rows) yield id
    if (rows.length < page) return
    last = rows.at(-1)?.id ?? last
  }
}

async function isFoundDamaged(work: Scrub, room: string): Promise<boolean> {
  try {
    const found = await planOf(work, room)
    if (found) {
      for (const sentence of sentencesOn(room, found)) work.tell(sentence)
      if (work.mends) await mend(work, room, found)
    }
    const past = await lookAtHistory(work.pool, work.thread, room)
    for (const finding of past) work.tell(sentenceOnPack(room, finding))
    if (past.length > 0 && work.mends) await mendPast(work, room, past)
    return found !== null || past.length > 0
  } catch (error) {
    if (error instanceof RowsChanged) {
      work.tell(`Room ${room}: a server changed it meanwhile. Run scrub again.`)
    } else {
      work.tell(`Room ${room} could not be read: ${messageOf(error)}.`)
    }
    return true
  }
}

async function mendPast({ pool, tell }: Scrub, room: string, past: PackFinding[]): Promise<void> {
  await mendHistory(pool, room, past)
  tell(`Room ${room}: what is damaged of its history is in quarantine; what it says now is whole.`)
}

async function planOf(work: Scrub, room: string): Promise<MendPlan | null> {
  const found = await lookAt(work, room)
  if (!found || found.damaged.length > 0 || found.damagedReplaced.length > 0) return found
  await work.untilSettled()
  return lookAt(work, room)
}

async function lookAt({ pool, thread }: Scrub, room: string): Promise<MendPlan | null> {
  const found = await readWithReserve(pool, room)
  if (!found) return null
  const plan = await planMending(thread, found)
  const known = plan?.damagedReplaced ?? []
  const unneeded = found.reserve.filter(
    (row) => isDamaged(row) && !known.some((finding) => finding.row === row),
  )
  if (unneeded.length === 0) return plan
  const more = unneeded.map((row) => ({ row, why: wrongChecksum }))
  return { ...(plan ?? nothingWrong), damagedReplaced: [...known, ...more] }
}

const nothingWrong: MendPlan = {
  damaged: [],
  damagedReplaced: [],
  restored: [],
  loose: [],
  kept: null,
  left: 'enough',
}

function* sentencesOn(room: string, plan: MendPlan): Generator<string> {
  const { damaged, damagedReplaced, loose, restored, left } = plan
  for (const { row, why } of damaged) {
    yield `Room ${room}: row ${row.seq} of its log is damaged (${why}).`
  }
  for (const { row, why } of damagedReplaced) {
    yield `Room ${room}: row ${row.seq} of what its last squash replaced is damaged (${why}).`
  }
  for (const { row, why } of loose) {
    yield `Room ${room}: row ${row.seq} of its log cannot be read (${why}).`
  }
  if (restored.length > 0) {
    yield `Room ${room}: the ${restored.length} rows which the damaged one had replaced are good.`
  }
  if (left === 'no beginning') yield `Room ${room}: its beginning is lost, and it does not open.`
  if (left === 'nothing') {
    yield `Room ${room}: nothing good is left of it, and it does not open. Restore it from a backup.`
  }
}

async function mend({ pool, tell }: Scrub, room: string, plan: MendPlan): Promise<void> {
  if (plan.left === 'nothing') return tell(`Room ${room} was left as it is.`)
  await carryOut(pool, room, plan)
  const { length } = [...plan.damaged, ...plan.damagedReplaced, ...plan.loose]
  const rows = length === 1 ? '1 row is' : `${length} rows are`
  tell(`Room ${room} is mended: ${rows} in quarantine (table room_updates_quarantined).`)
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
