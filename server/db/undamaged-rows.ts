/** The log of a room as it may be used: whatever is damaged is found, set aside and told. */
import type { Pool } from 'pg'
import type { Log } from '../sync/log'
import { type MendPlan, planMending } from './mend-plan'
import { carryOut, RowsChanged } from './mend-room'
import { isDamaged, type Row, readRows, readWithReserve } from './room-rows'
import type { SquashThread } from './squash-thread'

/** The log of a room cannot be used as it is, and was left as it is. */
export class RoomDamaged extends Error {}

export type Mender = { pool: Pool; thread: SquashThread; log: Log }

const attempts = 5

/** Null when there is no such room; rejects when nothing good is left of it (S9). */
export async function undamagedRows(mender: Mender, roomId: string): Promise<Row[] | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const rows = await readRows(mender.pool, roomId)
    if (!rows?.some(isDamaged)) return rows
    await mend(mender, roomId)
  }
  throw new RoomDamaged(`room ${roomId} is damaged, and others keep changing it`)
}

async function mend({ pool, thread, log }: Mender, room: string): Promise<void> {
  const found = await readWithReserve(pool, room)
  const plan = found && (await planMending(thread, found))
  if (!plan) return
  if (plan.left !== 'enough') {
    for (const details of findingsOf(room, plan)) log.error(details, 'a row of a room is damaged')
    throw new RoomDamaged(`room ${room} cannot be opened: there is ${plan.left} left of it`)
  }
  try {
    await carryOut(pool, room, plan)
  } catch (error) {
    // Another server that met the same damage was quicker.
    if (error instanceof RowsChanged) return
    throw error
  }
  tellMended(log, room, plan)
}

function tellMended(log: Log, room: string, plan: MendPlan): void {
  for (const details of findingsOf(room, plan)) {
    log.error(details, 'a row was taken out of the log of a room, and put into quarantine')
  }
  if (plan.restored.length > 0) {
    log.error(
      { room, rows: plan.restored.length },
      'a squashed row was lost; what it had replaced is back in the log',
    )
  }
}

const findingsOf = (room: string, { damaged, damagedReplaced, loose }: MendPlan) =>
  [...damaged, ...damagedReplaced, ...loose].map(({ row, why }) => ({ room, seq: row.seq, why }))
