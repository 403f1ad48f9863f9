/** What has to be done to a room with damaged rows so that it can be read again. */
import { isDamaged, type Row, type RowsWithReserve } from './room-rows'
import type { SquashThread } from './squash-thread'

export type Finding = { row: Row; why: string }

export type MendPlan = {
  /** From the log, and from what the last squash replaced. */
  damaged: Finding[]
  damagedReplaced: Finding[]
  /** What the last squash replaced goes back into the log, since the row in its place is lost. */
  restored: Row[]
  /** Rows of the log, or restored: harmless, but built on what is lost. */
  loose: Finding[]
  /** Keeps what can be read of the loose rows; belongs where the first of them was. */
  kept: Uint8Array | null
  /** Nothing at all is left, or what everything else was built on is not. */
  left: 'enough' | 'no beginning' | 'nothing'
}

export const wrongChecksum = 'its checksum is wrong'
const noUpdate = 'it is no update'
const buildsOnLost = 'it builds on something that is missing'

/** Null when nothing is wrong with the room. */
export async function planMending(
  thread: SquashThread,
  { rows, reserve }: RowsWithReserve,
): Promise<MendPlan | null> {
  const found = await tryOut(thread, rows)
  const lost = found.damaged.map(({ row }) => row.seq)
  if (lost.length === 0 && found.loose.length === 0) return null
  const needed = reserve.filter(({ replacedBy }) => lost.includes(replacedBy))
  if (needed.length === 0) {
    return { ...found, damagedReplaced: [], restored: [], left: leftOf(rows, found) }
  }
  const good = rows.filter(({ seq }) => !lost.includes(seq))
  const all = [...needed, ...good].sort(bySeq)
  const again = await tryOut(thread, all)
  const damagedReplaced = again.damaged
  const restored = needed.filter((row) => !damagedReplaced.some((finding) => finding.row === row))
  return { ...again, damaged: found.damaged, damagedReplaced, restored, left: leftOf(all, again) }
}

type Tried = Pick<MendPlan, 'damaged' | 'loose' | 'kept'> & { isEmpty: boolean }

async function tryOut(thread: SquashThread, rows: readonly Row[]): Promise<Tried> {
  const damaged = rows.filter(isDamaged)
  const good = rows.filter((row) => !damaged.includes(row))
  const { unreadable, loose, whole, isEmpty } = await thread.fit(good.map(({ bytes }) => bytes))
  const at = (places: readonly number[], why: string) =>
    places.flatMap((place): Finding[] => {
      const row = good[place]
      return row ? [{ row, why }] : []
    })
  return {
    damaged: [...damaged.map((row) => ({ row, why: wrongChecksum })), ...at(unreadable, noUpdate)],
    loose: at(loose, buildsOnLost),
    kept: whole,
    isEmpty,
  }
}

/** The first row of a room holds what it began with, or all of it up to the last squash. */
function leftOf(rows: readonly Row[], { damaged, isEmpty }: Tried): MendPlan['left'] {
  if (isEmpty) return 'nothing'
  return damaged.some(({ row }) => row === rows[0]) ? 'no beginning' : 'enough'
}

const bySeq = (a: Row, b: Row) => (BigInt(a.seq) < BigInt(b.seq) ? -1 : 1)
